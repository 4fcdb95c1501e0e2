import { expect, test } from "vitest";
import { makeActor } from "@/db/testing/make";
import { countRequest } from "./person-limits";
import { problemOf, TooMany } from "./problem";

test("a person who asks for too many exports has to wait, is told how long, and is in nobody else's way", async () => {
  const [one, other] = [await makeActor("editor"), await makeActor("editor")];
  for (let n = 0; n < 300; n += 1) await countRequest(one, "/summary.pdf");
  const refused = await countRequest(one, "/api/v1/figures/stations").catch((error: unknown) => error);
  expect(refused).toBeInstanceOf(TooMany);
  const answer = problemOf(refused, { locale: "nl", invalid: 400 });
  expect([answer.status, Number(answer.headers.get("retry-after")) > 0]).toEqual([429, true]);
  expect(await answer.json()).toMatchObject({
    title: "Too many requests",
    detail: expect.stringContaining("minuut"),
  });
  await countRequest(one, "/api/v1/stations");
  await countRequest(other, "/summary.pdf");
});
