/** What somebody does to the history, and what the check has to say of it. */
export type Tampering = {
  readonly name: string;
  /** Statements of whoever owns the database: no trigger fires. `:n` stands for the first revision of the record :slug. */
  readonly statements: readonly string[];
  /** From this revision on the chain is then written anew, by the product's own function. */
  readonly anewFrom?: string;
  /** The problem that is named; one of these. */
  readonly found: readonly string[];
  /** Of which kind of record, or in which table, and in which of its columns. */
  readonly at?: string;
  readonly field?: string;
};

const MIDDLE =
  "(select min(seq) + 1 from revisions where record_id = (select id from organizations where slug = 't-ministry'))";
const alter = (name: string, set: string, found = ["hash"]): Tampering => ({
  name: `a revision's ${name}`,
  statements: [`update revisions set ${set} where seq = ${MIDDLE}`],
  found,
});
const row = (name: string, statement: string, at: string, field?: string, problem = "row_changed"): Tampering => ({
  name,
  statements: [statement],
  found: [problem],
  at,
  field,
});
const of = (slug: string) => `where slug = '${slug}'`;
/** Of whom nothing is told. */
const NOBODY = "(select id from people where email = 't-gone@example.org')";

const REVISIONS: readonly Tampering[] = [
  alter("content is rewritten", `snapshot = jsonb_set(snapshot, '{name}', '"Forged"')`),
  alter("author is exchanged", `author_id = ${NOBODY}`),
  alter("moment is moved", "at = at - interval '1 year'"),
  alter("reason is given another wording", "reason = 'Forged'"),
  alter("action is renamed", "action = 'organization.recall'"),
  alter("detail is made up", `detail = '{"ticked": []}'`),
  alter("list of changed fields is longer", "changed = array_append(changed, 'colour')"),
  alter("record is exchanged", "record_id = gen_random_uuid()"),
  alter("version is moved", "version = 99"),
  alter("hash is exchanged", `hash = 'sha256:${"0".repeat(64)}'`),
  alter("link to the one before is exchanged", `previous_hash = 'sha256:${"0".repeat(64)}'`, ["link"]),
  alter(
    "content is emptied without a tombstone",
    "snapshot = '{}', reason = null, detail = null, erased_by_seq = 9999",
    ["erasure"],
  ),
  { name: "a revision is taken out", statements: [`delete from revisions where seq = ${MIDDLE}`], found: ["order"] },
  {
    name: "two revisions change places",
    statements: [
      `with of as (select ${MIDDLE} as seq) update revisions set seq = -seq where seq in (select seq from of union select seq + 1 from of)`,
      "update revisions set seq = case when seq = (select min(seq) from revisions) then -seq - 1 else -seq + 1 end where seq < 0",
    ],
    found: ["link", "hash", "order"],
  },
  {
    name: "a revision is put at the end by hand",
    statements: [
      `insert into revisions (seq, record_kind, record_id, version, action, snapshot, changed, author_id, at, previous_hash, hash)
       select seq + 1, 'organization', gen_random_uuid(), 1, 'organization.record', '{}', '{}', (select id from people limit 1), at, hash, 'sha256:${"1".repeat(64)}'
       from revisions order by seq desc limit 1`,
    ],
    found: ["hash"],
  },
  {
    name: "a tombstone no longer names what it emptied",
    statements: [`update revisions set detail = '{"erased": []}' where action = 'organization.erase'`],
    found: ["hash"],
  },
  {
    name: "an erased revision is filled again",
    statements: [
      `update revisions set snapshot = '{"name": "Forged"}', erased_by_seq = null where erased_by_seq is not null`,
    ],
    found: ["hash"],
  },
  {
    name: "the end is cut off",
    statements: ["delete from revisions where seq > (select max(seq) - 3 from revisions)"],
    found: ["checkpoint_cut"],
  },
  {
    name: "the end is cut off with everything that it told of",
    statements: [
      "create temp table gone on commit drop as select * from revisions where seq > (select min(seq) - 1 from revisions where action = 'event.record')",
      "delete from revisions where seq in (select seq from gone)",
      "delete from events where id in (select record_id from gone)",
      "delete from history_checks where id in (select record_id from gone)",
      "delete from people where id in (select record_id from gone)",
    ],
    found: ["checkpoint_cut"],
  },
];

/** With the chain's own function in the attacker's hands: every link holds again. */
const ANEW: readonly Tampering[] = [
  ["content is rewritten in revision and row", `snapshot = jsonb_set(snapshot, '{name}', '"Forged"')`],
  ["author is exchanged", `author_id = ${NOBODY}`],
  ["moment is moved", "at = at - interval '1 second'"],
  ["reason is given another wording", "reason = 'Forged'"],
]
  .map(
    ([name, set]): Tampering => ({
      name: `${name}, and the chain is written anew`,
      statements: [
        `update revisions set ${set} where record_kind = 'organization' and record_id = (select id from organizations ${of("t-ministry")})`,
        `update organizations set name = 'Forged' ${of("t-ministry")}`,
      ],
      anewFrom: "1",
      found: ["checkpoint_root"],
    }),
  )
  .concat([
    {
      name: "a record is taken out with its revisions, and the chain is written anew",
      statements: [
        `delete from revisions where record_id = (select id from events ${of("t-event")})`,
        `delete from events ${of("t-event")}`,
      ],
      anewFrom: "1",
      found: ["checkpoint_cut", "checkpoint_root"],
    },
    {
      name: "an editor's role was never given, and the chain is written anew",
      statements: [
        `update people set role = 'admin' where email = 't-editor@example.org'`,
        `update revisions set snapshot = jsonb_set(snapshot, '{row,role}', '"admin"') where record_kind = 'kept_row' and record_id = (select id from people where email = 't-editor@example.org')`,
      ],
      anewFrom: "1",
      found: ["checkpoint_root"],
    },
    {
      name: "the whole chain is written anew as it is, a second earlier",
      statements: ["update revisions set at = at - interval '1 second'"],
      anewFrom: "1",
      found: ["checkpoint_root"],
    },
  ]);

const ROWS: readonly Tampering[] = [
  row("a record's content", `update organizations set name = 'Forged' ${of("t-ministry")}`, "organization", "name"),
  row("a record's state", `update organizations set state = 'draft' ${of("t-ministry")}`, "organization", "state"),
  row("a record's version", `update organizations set version = 9 ${of("t-ministry")}`, "organization", "version"),
  row(
    "who made a record",
    `update organizations set created_by = ${NOBODY} ${of("t-ministry")}`,
    "organization",
    "createdBy",
  ),
  row(
    "who wrote a record",
    `update organizations set updated_by = ${NOBODY} ${of("t-ministry")}`,
    "organization",
    "updatedBy",
  ),
  row(
    "who approved a record",
    `update organizations set approved_by = ${NOBODY} ${of("t-ministry")}`,
    "organization",
    "approvedBy",
  ),
  row(
    "which version was approved",
    `update organizations set approved_version = 1 ${of("t-ministry")}`,
    "organization",
    "approvedVersion",
  ),
  row(
    "when a record was published",
    `update organizations set published_at = published_at - interval '1 year' ${of("t-ministry")}`,
    "organization",
    "publishedAt",
  ),
  row("a link between records", "update claim_evidence set stance = 'contradicts'", "claim", "claim_evidence"),
  row(
    "a link that is added",
    "insert into evidence_stations (evidence_id, station_id) select e.id, s.id from evidence e, stations s where e.slug = 't-other' and s.slug = 't-station'",
    "evidence",
    "evidence_stations",
  ),
  row("a record that is deleted", `delete from events ${of("t-event")}`, "event", undefined, "row_missing"),
  row(
    "a record that is put in",
    "insert into events (slug, title, kind, created_by, updated_by) select 't-forged', 'Forged', 'publication', id, id from people limit 1",
    "event",
    undefined,
    "row_unrecorded",
  ),
  row("a public correction's words", "update corrections set note = 'Forged'", "corrections", "note"),
  row("a public correction that is deleted", "delete from corrections", "corrections", undefined, "row_missing"),
  row(
    "a public correction that is made up",
    "insert into corrections (kind, record_kind, record_id, note, seq, author_id, at) select kind, record_kind, record_id, 'Forged', 1, author_id, at from corrections limit 1",
    "corrections",
    undefined,
    "row_unrecorded",
  ),
  row("a waiver's reason", "update waivers set reason = 'Forged'", "waiver", "reason"),
  row("who waived a reply", `update waivers set granted_by = ${NOBODY}`, "waiver", "grantedBy"),
  row(
    "a waiver that ends in silence",
    "update waivers set ended_by = granted_by, ended_at = now()",
    "waiver",
    "stands",
  ),
  row(
    "a waiver that is put in",
    "insert into waivers (record_kind, record_id, reason, granted_by) select 'event', gen_random_uuid(), 'Forged', granted_by from waivers limit 1",
    "waiver",
    undefined,
    "row_unrecorded",
  ),
  row("what a reply entry says", "update reply_entries set note = 'Forged'", "reply_entry", "note"),
  row("a reply entry's day", "update reply_entries set happened_on = happened_on - 1", "reply_entry", "happenedOn"),
  row("a reply entry that is deleted", "delete from reply_entries", "reply_entry", undefined, "row_missing"),
  row(
    "a proposal's reason",
    "update proposals set reason = 'Forged' where state = 'applied' and absorbs_id is null",
    "proposal",
    "reason",
  ),
  row(
    "a proposal's content",
    `update proposals set input = jsonb_set(input, '{name}', '"Forged"') where state = 'applied' and absorbs_id is null`,
    "proposal",
    "input",
  ),
  row(
    "who decided about a proposal",
    `update proposals set decided_by = ${NOBODY} where state = 'applied' and absorbs_id is null`,
    "proposal",
    "decidedBy",
  ),
  row(
    "a proposal that is deleted",
    "delete from proposals where state = 'applied' and absorbs_id is null",
    "proposal",
    undefined,
    "row_missing",
  ),
  row("a comment's words", "update comments set body = 'Forged'", "comments", "body"),
  row("who wrote a comment", `update comments set author_id = ${NOBODY}`, "comments", "authorId"),
  row("a comment that is deleted", "delete from comments", "comments", undefined, "row_missing"),
  row(
    "a comment that is put in",
    "insert into comments (subject_kind, subject_id, body, author_id) select subject_kind, subject_id, 'Forged', author_id from comments limit 1",
    "comments",
    undefined,
    "row_unrecorded",
  ),
  row("who has something assigned", `update assignments set assignee_id = ${NOBODY}`, "assignments", "assigneeId"),
  row("an assignment that is deleted", "delete from assignments", "assignments", undefined, "row_missing"),
  row("a person's name", "update people set name = 'Forged' where email = 't-editor@example.org'", "people", "name"),
  row("a person's role", "update people set role = 'admin' where email = 't-editor@example.org'", "people", "role"),
  row(
    "a person's password",
    "update people set password_hash = 'Forged' where email = 't-editor@example.org'",
    "people",
    "passwordHash",
  ),
  row(
    "an account that is opened again",
    "update people set disabled_at = null where disabled_at is not null",
    "people",
    "disabledAt",
  ),
  row(
    "an account that is put in",
    "insert into people (email, name, role) values ('t-forged@example.org', 'Forged', 'admin')",
    "people",
    undefined,
    "row_unrecorded",
  ),
  row(
    "a secret address that works again",
    "update feed_tokens set revoked_at = null where revoked_at is not null",
    "feedTokens",
    "revokedAt",
  ),
  row(
    "a secret address that is put in",
    `insert into feed_tokens (id, person_id) select '${"0".repeat(64)}', id from people limit 1`,
    "feedTokens",
    undefined,
    "row_unrecorded",
  ),
  row("a merge that leads nowhere any more", "update merges set is_active = false", "merges", "isActive"),
  row(
    "two records that are said to be two",
    "insert into distinct_records (record_kind, lower_id, higher_id, said_by) select 'organization', '00000000-0000-0000-0000-000000000001', '00000000-0000-0000-0000-000000000002', id from people limit 1",
    "distinctRecords",
    undefined,
    "row_unrecorded",
  ),
  row("an annotation's words", "update annotations set text = 'Forged'", "annotation", "text"),
  row("who approved an annotation", `update annotations set approved_by = ${NOBODY}`, "annotation", "approvedBy"),
  row(
    "what an earlier check found",
    `update history_checks set problem = '{"problem": "hash"}'`,
    "historyChecks",
    "problem",
  ),
  row("an earlier check that is deleted", "delete from history_checks", "historyChecks", undefined, "row_missing"),
];

export const TAMPERINGS: readonly Tampering[] = [...REVISIONS, ...ANEW, ...ROWS];
