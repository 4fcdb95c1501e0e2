import { eq, sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { verifyChain } from "@/lib/history/revision";
import { eventInput } from "@/lib/records/event";
import { flatFields } from "@/lib/records/rows";
import type { GateWarning } from "@/lib/workflow/gate";
import { db, transaction } from "../client";
import { claims, revisions } from "../schema";
import {
  makeActor,
  makeClaim,
  makeEvidence,
  makePublishedStation,
  makeReplyRequest,
  makeStation,
  makeStatusReport,
} from "../testing/make";
import { recordNamed, recordOne, reviseOne } from "./record-one";
import { findRecord } from "./records/record-snapshot";
import { appendRevisions, listRevisions } from "./revisions";
import { openProposal } from "./workflow/proposals";
import { recordAll } from "./workflow/record-all";
import { transitionRecord } from "./workflow/transitions";

const organization = {
  name: "Follow the Money",
  kind: "news_outlet" as const,
  country: "NL",
  alternateNames: [],
  url: null,
  reliability: null,
  note: null,
  internalNote: null,
};

const chain = async () => verifyChain(await db.select().from(revisions).orderBy(revisions.seq));

test("the first version of a record is a revision too, and its hash follows the one before it", async () => {
  const reporter = await makeActor("reporter");
  await recordOne(reporter, "organization", { slug: "follow-the-money", input: organization });
  const { id, version, input } = await findRecord(reporter, "organization", "follow-the-money");
  expect(input).toEqual(organization);
  expect(version).toBe(1);
  const [first] = await listRevisions(reporter, "organization", id);
  expect(first).toMatchObject({ version: 1, action: "organization.record", author: reporter.name });
  expect(await chain()).toBeNull();
});

test("no record is called like the page beside it, whatever its title", async () => {
  const reporter = await makeActor("reporter");
  const named = async (name: string, ...distinctFrom: string[]) => {
    const input = eventInput.parse({ title: name, kind: "other" });
    const written = [
      await recordNamed(reporter, "organization", name, { input: { ...organization, name }, distinctFrom }),
      await recordNamed(reporter, "event", name, { input }),
    ];
    return written.map(({ slug }) => slug);
  };
  expect(await named("New")).toEqual(["new-2", "new-2"]);
  expect(await named("¡New!", "new-2")).toEqual(["new-3", "new-3"]);
  expect(await named("Calendar")).toEqual(["calendar-2", "calendar-2"]);
  expect(await named("News")).toEqual(["news", "news"]);
});

/** All that is stored of the items of a name, its followers and its history with it, but for ids and moments. */
const storedAs = (name: string) =>
  db.execute(sql`
    select replace((to_jsonb(e) - '{id,created_at,updated_at,published_at}'::text[])::text, ${name}, 'name') as row,
      (select json_agg(s.slug order by s.slug) from evidence_stations l join stations s on s.id = l.station_id where l.evidence_id = e.id) as stations,
      (select json_agg(json_build_array(r.version, r.action, replace(r.snapshot::text, ${name}, 'name'), r.changed, r.reason, r.detail, r.author_id) order by r.version)
        from revisions r where r.record_kind = 'evidence' and r.record_id = e.id) as revisions,
      (select json_agg(json_build_array(f.person_id, f.cause)) from follows f where f.subject_id = e.id) as followers
    from evidence e where e.slug ~ ${`^${name}-\\d$`} order by e.slug`);

test("what goes to review as it is recorded, many at once, is stored as one by one in two steps", async () => {
  const reporter = await makeActor("reporter");
  const stations = [(await makeStation(reporter)).slug, (await makeStation(reporter)).slug].sort();
  const { input } = await findRecord(reporter, "evidence", (await makeEvidence(reporter, { stations })).slug);
  const entries = Array.from({ length: 6 }, (_, index) => ({
    reason: index % 2 ? `Reason ${index}` : null,
    submitted: index % 3 ? "Handed in." : null,
    input: {
      ...input,
      title: `Headline ${index}`,
      url: null,
      stations: stations.slice(index % 3),
      note: "“"[index] ?? null,
    },
  }));
  const named = (name: string) => entries.map((entry, index) => ({ ...entry, slug: `${name}-${index}` }));
  await transaction((tx) => recordAll(tx, reporter, "evidence", named("many")));
  for (const { submitted, ...entry } of named("single")) {
    await recordOne(reporter, "evidence", entry);
    if (submitted !== null) {
      await transitionRecord(reporter, "evidence", entry.slug, "submit", { reason: submitted });
    }
  }
  const many = await storedAs("many");
  expect(many).toHaveLength(entries.length);
  expect(many).toEqual(await storedAs("single"));
  expect(await chain()).toBeNull();
});

test("what is published as it is recorded is stored as by four steps of two people, and what the gate keeps is in review", async () => {
  const [reporter, editor] = [await makeActor("reporter"), await makeActor("editor")];
  const { input } = await findRecord(reporter, "evidence", (await makeEvidence(reporter)).slug);
  // Of these the second has no address and the fourth stays a draft; the third is dated so long ago that it may be a slip.
  const entries = [0, 1, 2, 3].map((index) => ({
    submitted: index === 3 ? null : "Handed in.",
    input: {
      ...input,
      title: `Printed ${index}`,
      url: index === 1 ? null : "https://example.org/printed",
      published: index === 2 ? { edtf: "1890", from: "1890-01-01", to: "1890-12-31" } : null,
    },
  }));
  const named = (name: string) => entries.map((entry, index) => ({ ...entry, slug: `${name}-${index}` }));
  const publication = {
    ...{ approver: editor, reason: "Complete." },
    isHeldBy: (warnings: readonly GateWarning[]) => warnings.includes("far_past"),
  };
  const recorded = await transaction((tx) => recordAll(tx, reporter, "evidence", named("straight"), publication));
  expect(recorded.map(({ version, isPublished }) => [version, isPublished])).toEqual([
    [4, true],
    [2, false],
    [2, false],
    [1, false],
  ]);
  for (const { submitted, ...entry } of named("stepwise")) {
    await recordOne(reporter, "evidence", entry);
    if (submitted) await transitionRecord(reporter, "evidence", entry.slug, "submit", { reason: submitted });
  }
  for (const step of ["approve", "publish"] as const) {
    await transitionRecord(editor, "evidence", "stepwise-0", step, { reason: "Complete.", ticked: "all" });
  }
  expect(await storedAs("straight")).toEqual(await storedAs("stepwise"));
  expect(await chain()).toBeNull();

  const alone = { ...publication, approver: reporter };
  await expect(transaction((tx) => recordAll(tx, reporter, "event", [], alone))).rejects.toThrow("may not approve");
  const own = { ...publication, approver: await makeActor("editor") };
  await expect(transaction((tx) => recordAll(tx, own.approver, "event", [], own))).rejects.toMatchObject({
    kind: "forbidden",
  });
});

test("saving what is stored already writes nothing", async () => {
  const reporter = await makeActor("reporter");
  await recordOne(reporter, "organization", { slug: "same", input: organization });
  const again = await reviseOne(reporter, "organization", { slug: "same", input: organization, basedOn: 1 });
  expect(again).toEqual({ slug: "same", version: 1, effect: "unchanged" });
});

test("what was recorded before there was a field is revised as anything else", async () => {
  const reporter = await makeActor("reporter");
  const { slug: item } = await makeEvidence(reporter);
  const claim = await makeClaim(reporter, {
    stances: [{ evidence: item, stance: "supports", derivation: "original" }],
  });
  const { input, version } = await findRecord(reporter, "claim", claim.slug);
  const [row] = await db.select({ id: claims.id }).from(claims).where(eq(claims.slug, claim.slug));
  const { internalNote: _note, ...older } = input;
  const stances = input.stances.map(({ target: _target, ...stance }) => stance);
  await transaction(async (tx) => {
    await tx
      .update(claims)
      .set({ version: version + 1 })
      .where(eq(claims.slug, claim.slug));
    const snapshot = { ...older, slug: claim.slug, state: "draft", stances };
    const step = { action: "claim.revise", changed: ["note"], reason: null, version: version + 1 };
    await appendRevisions(tx, reporter, [{ recordKind: "claim", recordId: row?.id as string, snapshot, ...step }]);
  });
  const revised = await reviseOne(reporter, "claim", {
    slug: claim.slug,
    basedOn: version + 1,
    input: { ...input, note: "Seen again." },
  });
  expect(revised).toMatchObject({ version: version + 2, effect: "revised" });
});

test("a stale save is a conflict that brings the stored version along", async () => {
  const [one, other] = [await makeActor("reporter"), await makeActor("editor")];
  await recordOne(one, "organization", { slug: "stale", input: organization });
  await reviseOne(other, "organization", {
    slug: "stale",
    input: { ...organization, url: "https://ftm.nl" },
    basedOn: 1,
  });
  const late = reviseOne(one, "organization", {
    slug: "stale",
    input: { ...organization, note: "late" },
    basedOn: 1,
  });
  await expect(late).rejects.toMatchObject({
    kind: "conflict",
    conflict: { version: 2, current: { url: "https://ftm.nl" } },
  });
});

test("a manager records nothing, and the refusal leaves no trace in the history", async () => {
  const manager = await makeActor("manager");
  const before = await db.$count(revisions);
  const attempt = recordOne(manager, "organization", { slug: "no", input: organization });
  await expect(attempt).rejects.toThrow("A manager may not record an organization.");
  expect(await db.$count(revisions)).toBe(before);
});

test("the error for a taken slug stands beside its field, and a second name gets a number", async () => {
  const reporter = await makeActor("reporter");
  await recordOne(reporter, "organization", { slug: "taken", input: organization });
  const twin = recordOne(reporter, "organization", { slug: "taken", input: organization });
  await expect(twin).rejects.toMatchObject({ errors: { slug: "validation.slugTaken" } });
  const second = { input: { ...organization, name: "Taken" } };
  expect((await recordNamed(reporter, "organization", "Taken", second)).slug).toBe("taken-2");
});

test("the error for a missing reference stands beside its field, and nothing is written", async () => {
  const reporter = await makeActor("reporter");
  const before = await db.$count(revisions);
  const attempt = makeEvidence(reporter, { publisher: "nobody-we-know" });
  await expect(attempt).rejects.toMatchObject({ errors: { publisher: "validation.unknownRecord" } });
  expect(await db.$count(revisions)).toBe(before);
});

test("nobody approves what they wrote, and an edit after approval takes the approval with it", async () => {
  const [writer, approver] = [await makeActor("editor"), await makeActor("editor")];
  await recordOne(writer, "organization", { slug: "eyes", input: organization });
  await transitionRecord(writer, "organization", "eyes", "submit");
  await expect(transitionRecord(writer, "organization", "eyes", "approve")).rejects.toThrow(
    "Nobody decides about their own work",
  );
  await transitionRecord(approver, "organization", "eyes", "approve");
  await reviseOne(writer, "organization", { slug: "eyes", input: { ...organization, note: "changed" }, basedOn: 3 });
  const { state } = await findRecord(writer, "organization", "eyes");
  expect(state).toBe("draft");
  await expect(transitionRecord(approver, "organization", "eyes", "publish")).rejects.toMatchObject({
    kind: "conflict",
  });
});

test("whoever mended a record under review can't approve it either", async () => {
  const [writer, mender] = [await makeActor("reporter"), await makeActor("editor")];
  await recordOne(writer, "organization", { slug: "mended", input: organization });
  await transitionRecord(writer, "organization", "mended", "submit");
  await reviseOne(mender, "organization", { slug: "mended", input: { ...organization, note: "mended" }, basedOn: 2 });
  await expect(transitionRecord(mender, "organization", "mended", "approve")).rejects.toThrow(
    "Nobody decides about their own work",
  );
});

test("a published record is read-only, for an admin too", async () => {
  const [writer, approver, admin] = [
    await makeActor("reporter"),
    await makeActor("editor"),
    await makeActor("admin"),
  ];
  await recordOne(writer, "organization", { slug: "out", input: organization });
  for (const [actor, step] of [
    [writer, "submit"],
    [approver, "approve"],
    [approver, "publish"],
  ] as const) {
    await transitionRecord(actor, "organization", "out", step);
  }
  const attempt = reviseOne(admin, "organization", {
    slug: "out",
    input: { ...organization, note: "x" },
    basedOn: 4,
  });
  await expect(attempt).rejects.toThrow("A published item changes only by an approved proposal.");
});

test("what the gate blocks is not published, whoever asks", async () => {
  const [writer, approver] = [await makeActor("reporter"), await makeActor("editor")];
  const { slug } = await makeEvidence(writer, { url: null, archiveUrl: null, accessedVia: null });
  await transitionRecord(writer, "evidence", slug, "submit");
  await transitionRecord(approver, "evidence", slug, "approve");
  await expect(transitionRecord(approver, "evidence", slug, "publish")).rejects.toMatchObject({
    detail: { key: "gate", values: { reason: "no_source" } },
  });
});

test.each(["update revisions set reason = 'rewritten'", "delete from revisions", "truncate revisions cascade"])(
  "the database itself refuses to rewrite the history: %s",
  async (statement) => {
    await makeEvidence(await makeActor("reporter"));
    await expect(db.execute(sql.raw(statement))).rejects.toThrow();
  },
);

test("twenty writes at once leave a chain without gaps", async () => {
  const people = await Promise.all(Array.from({ length: 4 }, () => makeActor("reporter")));
  const writes = people.flatMap((person, desk) =>
    [1, 2, 3, 4, 5].map((index) =>
      recordOne(person, "organization", { slug: `at-once-${desk}-${index}`, input: organization }),
    ),
  );
  await Promise.all(writes);
  expect(await chain()).toBeNull();
});

test("two claims that dispute each other can be revised at the same moment", async () => {
  const reporter = await makeActor("reporter");
  const [one, other] = [await makeClaim(reporter), await makeClaim(reporter)];
  for (const basedOn of [1, 2, 3]) {
    const note = `Round ${basedOn}`;
    await Promise.all([
      reviseOne(reporter, "claim", {
        slug: one.slug,
        basedOn,
        input: { ...one.input, note, disputes: [other.slug] },
      }),
      reviseOne(reporter, "claim", {
        slug: other.slug,
        basedOn,
        input: { ...other.input, note, disputes: [one.slug] },
      }),
    ]);
  }
  expect((await findRecord(reporter, "claim", other.slug)).version).toBe(4);
});

test("what has happened is not dated in the future, in a first version, a change or a proposal", async () => {
  const reporter = await makeActor("reporter");
  const slip = { asOf: "2999-11-01" };
  await expect(makeStatusReport(reporter, slip)).rejects.toMatchObject({ errors: { asOf: "validation.inFuture" } });
  await expect(makeReplyRequest(reporter, { sentOn: "2999-01-01", dueOn: "2999-02-01" })).rejects.toMatchObject({
    errors: { sentOn: "validation.inFuture" },
  });
  await expect(makeStation(reporter, { firstReported: "2022/2999" })).rejects.toMatchObject({
    errors: { firstReported: "validation.inFuture" },
  });
  const { station } = await makePublishedStation(reporter);
  const { input, version } = await findRecord(reporter, "station", station.slug);
  const typed = { ...flatFields(input), firstReported: "2999" };
  const content = { typed, reason: "A slip", correctionNote: null, basedOn: version };
  await expect(openProposal(reporter, "station", station.slug, content)).rejects.toMatchObject({
    errors: { firstReported: "validation.inFuture" },
  });
});
