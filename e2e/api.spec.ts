import type { APIResponse } from "@playwright/test";
import { expect, test } from "./fixture";

const NOUNS = {
  stations: "nl-amsterdam",
  evidence: "src-001",
  claims: "clm-it-02",
  responses: "rsp-cn-02",
  organizations: "safeguard-defenders",
  events: "evt-03",
} as const;
const paths = Object.entries(NOUNS);
const AGAIN = 20_000;

type Page = { items: { slug: string; state: string }[]; total: number; next: string | null };
const pageOf = async (answer: APIResponse) => (await answer.json()) as Page;

/** RFC 9457, in its own type, never stored by anybody. */
async function expectProblem(answer: APIResponse, status: number, more: object = {}) {
  expect.soft(answer.status(), answer.url()).toBe(status);
  expect.soft(answer.headers()["content-type"]).toContain("application/problem+json");
  expect.soft(answer.headers()["cache-control"]).toBe("no-store");
  expect.soft(await answer.json()).toMatchObject({
    type: expect.stringMatching(/^urn:wederhoor:problem:/),
    title: expect.any(String),
    detail: expect.any(String),
    status,
    ...more,
  });
}

test("a connection stays open for longer than whoever reuses it waits", async ({ request }) => {
  expect((await request.get("/healthz")).headers()["keep-alive"]).toBe("timeout=75");
});

test("every noun is listed and found, page by page, with one total", async ({ page: { request }, enter }) => {
  await enter("reporter");
  for (const [path, slug] of paths) {
    // Others record meanwhile: then both pages are asked for again.
    await expect(async () => {
      const first = await request.get(`/api/v1/${path}?limit=30`);
      expect(first.status(), path).toBe(200);
      expect(first.headers()["cache-control"], path).toBe("no-store");
      const { items, total, next } = await pageOf(first);
      expect(items, path).toHaveLength(30);
      expect(total, path).toBeGreaterThan(60);
      const second = await pageOf(await request.get(`/api/v1/${path}?limit=30&after=${next}`));
      expect(second.total, path).toBe(total);
      const seen = new Set([...items, ...second.items].map((row) => row.slug));
      expect(seen.size, path).toBe(60);
    }).toPass({ timeout: AGAIN });
    const one = await request.get(`/api/v1/${path}/${slug}`);
    expect.soft(await one.json(), path).toMatchObject({ slug, version: expect.any(Number) });
  }
});

test("JSON is compressed", async ({ page: { request }, enter }) => {
  await enter("reporter");
  const headers = { "accept-encoding": "gzip" };
  for (const path of ["timeline", "stations"]) {
    const answer = await request.get(`/api/v1/${path}`, { headers });
    expect.soft(answer.headers()["content-type"], path).toBe("application/json");
    expect.soft(answer.headers()["content-encoding"], path).toBe("gzip");
    expect.soft(await answer.json(), path).toHaveProperty("total");
  }
});

test("a manager reads what is published, and nothing else", async ({ page: { request }, enter, another }) => {
  await enter("manager");
  const desk = (await another("reporter")).request;
  for (const [path] of paths) {
    const shown = await pageOf(await request.get(`/api/v1/${path}?limit=100`));
    const all = await pageOf(await desk.get(`/api/v1/${path}?limit=100`));
    expect.soft(shown.total, path).toBeLessThanOrEqual(all.total);
    expect.soft([...new Set(shown.items.map(({ state }) => state))], path).toEqual(["published"]);
  }
  const { items } = await pageOf(await desk.get("/api/v1/claims?state=in_review&limit=1"));
  const waiting = items[0]?.slug ?? "";
  expect((await desk.get(`/api/v1/claims/${waiting}`)).status()).toBe(200);
  await expectProblem(await request.get(`/api/v1/claims/${waiting}`), 404);
  expect((await pageOf(await request.get("/api/v1/claims?state=in_review"))).total).toBe(0);
});

test("an address that can't be read is refused with each of its mistakes", async ({ page: { request }, enter }) => {
  await enter("editor");
  const errors = { colour: expect.any(String), country: expect.any(String), limit: expect.any(String) };
  await expectProblem(await request.get("/api/v1/stations?colour=red&country=XX&limit=101"), 400, { errors });
  await expectProblem(await request.get("/api/v1/stations?after=abc"), 400);
  await expectProblem(await request.get("/api/v1/stations/no-such-station"), 404);
  await expectProblem(await request.get("/api/v1/stations/%00"), 404);
  await expectProblem(await request.get("/api/v1/no-such-noun"), 404);
});

test("a write that can't be granted says why, and writes nothing", async ({ page: { request }, enter, another }) => {
  await enter("editor");
  const url = "/api/v1/organizations";
  const total = async () => (await pageOf(await request.get(`${url}?limit=1&q=Refused`))).total;
  const [before, data] = [await total(), { name: "Refused", kind: "ngo" }];
  const post = (options: NonNullable<Parameters<typeof request.post>[1]>) => request.post(url, options);
  const headers = { "content-type": "application/json" };
  await expectProblem(await post({ data: "{", headers }), 400);
  await expectProblem(await post({ form: data }), 415);
  await expectProblem(await post({ data, headers: { origin: "https://evil.example" } }), 403);
  await expectProblem(await post({ data, headers: { "sec-fetch-site": "cross-site" } }), 403);
  await expectProblem(await post({ data: { ...data, colour: "red", kind: "club" } }), 422, {
    errors: { colour: "This field does not exist.", kind: "Choose one of the options." },
  });
  await expectProblem(await request.patch(`${url}/safeguard-defenders`, { data: { name: "Other" } }), 422, {
    errors: { basedOn: expect.any(String) },
  });
  await expectProblem(
    await request.patch(`${url}/safeguard-defenders`, { data: { basedOn: 1, name: "Other" } }),
    409,
    {
      current: expect.objectContaining({ name: "Safeguard Defenders" }),
      version: expect.any(Number),
      yours: { basedOn: 1, name: "Other" },
    },
  );
  const { version } = (await (await request.get(`${url}/safeguard-defenders`)).json()) as { version: number };
  const published = { basedOn: version, name: "Other" };
  await expectProblem(await request.patch(`${url}/safeguard-defenders`, { data: published }), 403);
  const manager = (await another("manager")).request;
  await expectProblem(await manager.post(url, { data }), 403, {
    detail: "A manager may not record an organization. Who may: reporters, editors and admins.",
  });
  await expectProblem(await manager.patch(`${url}/safeguard-defenders`, { data: published }), 403);
  expect(await total()).toBe(before);
});

test("whoever is not signed in gets 401, whatever is asked", async ({ request }) => {
  for (const [path, slug] of paths) {
    await expectProblem(await request.get(`/api/v1/${path}?colour=red`), 401);
    await expectProblem(await request.get(`/api/v1/${path}/${slug}`), 401);
    await expectProblem(await request.post(`/api/v1/${path}`, { data: {} }), 401);
    await expectProblem(await request.patch(`/api/v1/${path}/${slug}`, { data: {} }), 401);
  }
  await expectProblem(await request.get("/api/v1/no-such-noun"), 401);
});

test("a record sent twice is one record, and a stale change is a conflict", async ({
  page: { request },
  enter,
  another,
}) => {
  await enter("reporter");
  const url = "/api/v1/organizations";
  const own = `${test.info().testId}-${Date.now()}`;
  const data = { name: `API ${own}`, kind: "ngo", reason: "Sent by a program" };
  const headers = { "idempotency-key": `e2e-${own}` };
  const twins = await Promise.all([1, 2, 3].map(() => request.post(url, { data, headers })));
  const answers = await Promise.all(twins.map((twin) => twin.text()));
  expect(twins.map((twin) => twin.status())).toEqual([201, 201, 201]);
  expect(new Set(answers).size).toBe(1);
  const { slug } = JSON.parse(answers[0] ?? "") as { slug: string };
  expect(twins[0]?.headers().location).toBe(`${url}/${slug}`);
  await expectProblem(await request.post(url, { data: { ...data, kind: "police" }, headers }), 422, {
    errors: { "Idempotency-Key": expect.any(String) },
  });
  expect((await pageOf(await request.get(`${url}?q=${encodeURIComponent(`"${data.name}"`)}`))).total).toBe(1);

  const colleague = (await another("editor")).request;
  const both = await Promise.all([
    request.patch(`${url}/${slug}`, { data: { basedOn: 1, country: "NL" } }),
    colleague.patch(`${url}/${slug}`, { data: { basedOn: 1, country: "BE" } }),
  ]);
  expect(both.map((answer) => answer.status()).sort()).toEqual([200, 409]);
  const stale = both.find((answer) => answer.status() === 409) as APIResponse;
  await expectProblem(stale, 409, { version: 2, current: expect.objectContaining({ name: data.name }) });
  expect(await (await request.get(`${url}/${slug}`)).json()).toMatchObject({ version: 2, state: "draft" });
});
