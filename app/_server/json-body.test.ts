import { expect, test } from "vitest";
import { z } from "zod";
import { Unavailable } from "@/db/client";
import { formValues } from "@/lib/workflow/form-values";
import { Invalid } from "@/lib/workflow/outcome";
import { Refusal } from "@/lib/workflow/refusal";
import { parseBody, readJsonObject } from "./json-body";
import { BadRequest, problemOf } from "./problem";
import { queryOf } from "./query";

const post = (body: string, type = "application/json") =>
  new Request("http://desk.example/", { method: "POST", body, headers: { "content-type": type } });

test("only a JSON object is a body", async () => {
  expect(await readJsonObject(post('{"a":1}'))).toEqual({ a: 1 });
  await expect(readJsonObject(post("a=1", "application/x-www-form-urlencoded"))).rejects.toMatchObject({
    status: 415,
  });
  await expect(readJsonObject(post("{"))).rejects.toMatchObject({ status: 400 });
  await expect(readJsonObject(post("[]"))).rejects.toMatchObject({ status: 400 });
  expect(await readJsonObject(post('{"a":"\\ud83d\\ude00"}'))).toEqual({ a: "😀" });
  await expect(readJsonObject(post(`"${"a".repeat(1_000_001)}"`))).rejects.toMatchObject({ status: 413 });
});

test("a text that can't be stored is refused beside its field, also in a list", () => {
  const schema = z.strictObject({ note: z.string(), names: z.array(z.string()) });
  expect(parseBody(schema, { note: "\ud800", names: ["a", "b\0"] }, "en")).toEqual({
    errors: {
      note: "A character was lost on the way here (�). Write it again.",
      "names.1": "This holds a control character (U+0000), which nobody sees: take it out.",
    },
  });
});

test("an address that holds what can't be stored is refused by its key, before anything is asked", () => {
  const query = z.object({ field: z.string().optional() });
  const ask = (search: string) => queryOf(new URL(`http://desk.example/?${search}`), query);
  expect(ask("field=note")).toEqual({ field: "note" });
  expect(() => ask("field=%00")).toThrow("field: validation.invalid");
});

test("a key that the input doesn't know is refused, also behind a refinement or a transformation", () => {
  const object = z.object({ name: z.string() });
  const schemas = [object, object.refine(() => true), object.transform((value) => value), object.and(z.object({}))];
  for (const schema of schemas) {
    expect(parseBody(schema, { name: "a", more: 1 }, "nl")).toEqual({ errors: { more: "Dit veld bestaat niet." } });
    expect(parseBody(schema, { name: "a" }, "nl")).toEqual({ input: { name: "a" } });
  }
});

const options = { locale: "en", invalid: 422 } as const;

test.each([
  [new BadRequest(403, "crossSite"), 403],
  [Refusal.forbidden("manager", "record a response"), 403],
  [Refusal.notFound(), 404],
  [Refusal.conflict({ name: "theirs" }, 4), 409],
  [new Invalid({ stationId: "validation.unknownStation" }), 422],
  [new Unavailable("away", { retryAfter: 7 }), 503],
])("%s has its own status", async (error, status) => {
  const response = problemOf(error, { ...options, yours: { name: "mine" } });
  expect(response.status).toBe(status);
  expect(response.headers.get("content-type")).toBe("application/problem+json");
  expect(response.headers.get("cache-control")).toBe("no-store");
  expect(await response.json()).toMatchObject({ status, title: expect.any(String), detail: expect.any(String) });
});

test("a conflict shows both versions, an outage says when to try again, an invalid field its sentence", async () => {
  const conflict = problemOf(Refusal.conflict({ name: "theirs" }, 4), { ...options, yours: { name: "mine" } });
  expect(await conflict.json()).toMatchObject({ current: { name: "theirs" }, version: 4, yours: { name: "mine" } });
  expect(problemOf(new Unavailable("away", { retryAfter: 7 }), options).headers.get("retry-after")).toBe("7");
  const invalid = problemOf(new Invalid({ stationId: "validation.unknownStation" }), options);
  expect(await invalid.json()).toMatchObject({ errors: { stationId: "There is no such station." } });
});

test("a form's repeated names become a list, and React's own fields are left out", () => {
  const form = new FormData();
  for (const [key, value] of [
    ["a", "1"],
    ["b", "1"],
    ["b", "2"],
    ["$ACTION_ID", "x"],
  ] as const)
    form.append(key, value);
  expect(formValues(form)).toEqual({ a: "1", b: ["1", "2"] });
});
