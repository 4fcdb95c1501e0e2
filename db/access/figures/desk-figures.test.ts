import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { addDays, mondayOf } from "@/lib/dates/days";
import { startOfDayIn } from "@/lib/dates/time-zone";
import { fillWeeks } from "@/lib/figures/workload";
import { dashboardFilter } from "@/lib/filters/dashboard-filter";
import { type Actor, ROLES } from "@/lib/workflow/actor";
import { may } from "@/lib/workflow/policy";
import { newsroomDay } from "../../newsroom";
import { makeActor, makeEvidence, makeOrganization, makeReplyRequest, publishRecord } from "../../testing/make";
import { connectAsSuperuser } from "../../testing/superuser";
import { latestRevision } from "../history/revision-ref";
import { transitionRecord } from "../workflow/transitions";
import { readDeskFigures } from "./desk-figures";
import { readKeyFigures } from "./key-figures";
import { listPersonFigures } from "./person-figures";
import { clearCache } from "./result-cache";

const behind = connectAsSuperuser();
afterAll(() => behind.end());

let reporter: Actor;
let editor: Actor;
let manager: Actor;
let admin: Actor;

/** Puts a record's revision of one step so many hours into the past. */
async function at(slug: string, step: string, hours: number) {
  await behind`alter table revisions disable trigger revisions_no_rewrite`;
  await behind`update revisions set at = now() - make_interval(hours => ${hours}) where action = ${`organization.${step}`} and record_id = (select id from organizations where slug = ${slug})`;
  await behind`alter table revisions enable trigger revisions_no_rewrite`;
}

/** An organization that was handed in and decided about so many hours ago. */
async function reviewed(slug: string, submitted: number, decided: number, step: "approve" | "request_changes") {
  await makeOrganization(reporter, { slug, name: `Secret ${slug}` });
  await transitionRecord(reporter, "organization", slug, "submit");
  await transitionRecord(editor, "organization", slug, step, { reason: "Because." });
  await at(slug, "submit", submitted);
  await at(slug, step, decided);
}

beforeAll(async () => {
  reporter = await makeActor("reporter");
  editor = await makeActor("editor");
  manager = await makeActor("manager");
  admin = await makeActor("admin");
  await reviewed("ten-hours", 30, 20, "approve");
  await reviewed("twenty-hours", 50, 30, "request_changes");
  await reviewed("forty-hours", 60, 20, "approve");
  await reviewed("long-ago", 100 * 24 + 5, 100 * 24, "approve");
  await makeOrganization(reporter, { slug: "waits", name: "Secret that waits" });
  await transitionRecord(reporter, "organization", "waits", "submit");
  await behind`update organizations set updated_at = '2022-01-02T03:04:05Z' where slug = 'waits'`;
});

test("time in review is from the day that work was handed in to the decision about it, now and before", async () => {
  const { reviews } = await readDeskFigures(manager);
  expect(reviews.current.decided).toBe(3);
  expect(Math.round((reviews.current.median ?? 0) / 3600)).toBe(20);
  expect(Math.round((reviews.current.p90 ?? 0) / 3600)).toBe(36);
  expect(reviews.previous.decided).toBe(1);
  expect(Math.round((reviews.previous.median ?? 0) / 3600)).toBe(5);
});

test("changes asked of what was approved already are no time in review", async () => {
  await transitionRecord(await makeActor("editor"), "organization", "ten-hours", "request_changes", {
    reason: "After all.",
  });
  expect((await readDeskFigures(manager)).reviews.current.decided).toBe(3);
});

test("what waits is counted by kind and state with the day since when", async () => {
  const { waiting } = await readDeskFigures(manager);
  expect(waiting).toContainEqual({
    kind: "organization",
    state: "in_review",
    count: 1,
    oldest: "2022-01-02T03:04:05Z",
  });
});

test("a letter past its deadline is overdue until its silence is final", async () => {
  const day = (ago: number) => addDays(newsroomDay(new Date()), -ago);
  await makeReplyRequest(reporter, { sentOn: day(20), dueOn: day(3) });
  await makeReplyRequest(reporter, { sentOn: day(20), dueOn: day(-3) });
  const { replies } = await readDeskFigures(reporter);
  expect(replies).toMatchObject({ overdue: 1, awaited: 1, oldestDue: day(3) });
});

test("the weeks run up to this one, and one without work has zeros", async () => {
  const { weeks } = await readDeskFigures(manager);
  expect(weeks).toHaveLength(12);
  const total = (of: "submitted" | "decided" | "published") => weeks.reduce((sum, week) => sum + week[of], 0);
  expect([total("submitted"), total("decided")]).toEqual([4, 4]);
  const before = total("published");
  const item = await makeEvidence(reporter);
  await publishRecord("evidence", item.slug);
  expect((await readDeskFigures(manager)).weeks.at(-1)?.published).toBeGreaterThan(before);
});

test("whoever reads the desk's figures reads no title and no name in them", async () => {
  for (const role of ROLES) {
    const json = JSON.stringify(await readDeskFigures(await makeActor(role)));
    expect(json, role).not.toMatch(/secret|waits|ten-hours/i);
    for (const { name } of [reporter, editor]) expect(json, role).not.toContain(name);
  }
});

test("who did how much is an admin's to read, and nobody else's", async () => {
  for (const role of ["reporter", "editor", "manager"] as const) {
    const attempt = listPersonFigures(await makeActor(role));
    await expect(attempt, role).rejects.toThrow("may not read the workload of each person.");
  }
  const people = await listPersonFigures(admin);
  expect(people.find(({ id }) => id === editor.id)).toMatchObject({ decided: 3, submitted: 0, inHand: 0 });
  expect(people.find(({ id }) => id === reporter.id)).toMatchObject({ decided: 0, median: null });
  expect(people.some(({ id }) => id === manager.id)).toBe(false);
});

test("weeks begin on Monday, and those without a row are filled", () => {
  const row = { week: "2026-11-16", submitted: 1, decided: 2, published: 3 };
  const weeks = fillWeeks([row], "2026-11-29");
  expect(weeks.at(-1)).toEqual({ week: "2026-11-23", submitted: 0, decided: 0, published: 0 });
  expect(weeks.at(-2)).toEqual(row);
});

test("the desk is told of which revision its work is; who reads what is published, of none: theirs is of something else", async () => {
  const latest = await latestRevision();
  for (const role of ROLES) {
    const actor = await makeActor(role);
    if (!may(actor, "read the workload")) continue;
    expect.soft((await readDeskFigures(actor)).head, role).toEqual(may(actor, "read drafts") ? latest : undefined);
  }
});

test("letters are counted for who may open them, as in the figure of all letters", async () => {
  const letters = async () => {
    const { replies } = await readDeskFigures(manager);
    return [replies.overdue, (await readKeyFigures(manager, dashboardFilter.absent)).replies.asked];
  };
  expect(await letters()).toEqual([0, 0]);
  const respondent = await makeOrganization(reporter, { kind: "embassy" });
  await publishRecord("organization", respondent.slug);
  const dueOn = addDays(newsroomDay(new Date()), -3);
  const { slug } = await makeReplyRequest(reporter, { respondent: respondent.slug, dueOn });
  await publishRecord("reply_request", slug);
  expect(await letters()).toEqual([1, 1]);
});

test("a step falls in the week that it was in the newsroom", async () => {
  const week = addDays(mondayOf(newsroomDay(new Date())), -14);
  const midnight = startOfDayIn(week, "Asia/Kathmandu").toISOString();
  await behind`alter table revisions disable trigger revisions_no_rewrite`;
  await behind`update revisions set at = ${midnight} where action = 'organization.approve' and record_id = (select id from organizations where slug = 'long-ago')`;
  await behind`alter table revisions enable trigger revisions_no_rewrite`;
  const decidedIn = async (zone: string) => {
    vi.stubEnv("TIME_ZONE", zone);
    clearCache();
    const { weeks } = await readDeskFigures(manager);
    vi.unstubAllEnvs();
    clearCache();
    return [addDays(week, -7), week].map((monday) => weeks.find((one) => one.week === monday)?.decided);
  };
  expect(await decidedIn("Asia/Kathmandu")).toEqual([0, 1]);
  expect(await decidedIn("UTC")).toEqual([1, 0]);
});
