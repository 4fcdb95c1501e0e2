import { fillPlaceholders, sql } from "drizzle-orm";
import { PgDialect } from "drizzle-orm/pg-core";
import { hashedParts, type RevisionContent } from "@/lib/history/revision";
import { RECORD_KINDS, type RecordKind, type RevisedKind } from "@/lib/records/editorial";
import { referencesIn } from "@/lib/records/record-field";
import type { Actor } from "@/lib/workflow/actor";
import { Refusal } from "@/lib/workflow/refusal";
import { runLast, runPrepared } from "../../client";
import { CHANNEL } from "../../connection/listener";
import { eventsToTell } from "../discussion/live-events";
import { followAsAuthor, noticesOfSteps, stepsToNotice, writtenContent } from "../discussion/notices";

/** SQLSTATE of `append_revisions`: what a revision names became another record meanwhile. */
const NAMES_ABSORBED = "WH001";

/**
 * One statement: what its writers follow from now on, then the revisions under the chain's lock, then what is told of
 * them. Its text is always the same, so that the database reads it once a connection.
 */
const statement = (hasNotices: boolean) =>
  new PgDialect().sqlToQuery(sql`
    with followed as (${followAsAuthor(sql`${sql.placeholder("written")}::json`)}),
    chained as materialized (
      select append_revisions(
        ${sql.placeholder("starts")}::text, ${sql.placeholder("beforeHashes")}::text,
        ${sql.placeholder("beforePlaces")}::text, ${sql.placeholder("ends")}::text,
        ${sql.placeholder("named")}::json, (select count(*) from followed)
      ) as first
    )${hasNotices ? sql`, noticed as (${noticesOfSteps(sql`${sql.placeholder("steps")}::json`, sql`${sql.placeholder("actor")}::uuid`)})` : sql``}
    select first, pg_notify(${CHANNEL}, (
      select json_agg(json_build_object('kind', e.kind, 'id', e.id, 'seq', first + e.place))::text
      from json_to_recordset(${sql.placeholder("events")}::json) as e (kind text, id uuid, place int)
    ))
    from chained`);
const [QUIET, NOTIFYING] = [statement(false), statement(true)];

const isRecordKind = (kind: RevisedKind): kind is RecordKind =>
  (RECORD_KINDS as readonly RevisedKind[]).includes(kind);

type Added = RevisionContent & { readonly recordKind: RevisedKind };
type Writer = { readonly id: string | null };

function statementFor(actor: Writer, added: readonly Added[]) {
  const contents = added.filter(({ recordKind }) => isRecordKind(recordKind)).map(({ snapshot }) => snapshot);
  const named = Object.entries(referencesIn(contents)).flatMap(([kind, slugs]) =>
    slugs.map((slug) => ({ kind, slug })),
  );
  const steps = stepsToNotice(added);
  const { sql: text, params } = steps.length > 0 ? NOTIFYING : QUIET;
  const values = {
    written: writtenContent(added),
    named,
    steps,
    events: eventsToTell(added),
  };
  const json = Object.entries(values).map(([name, value]) => [name, JSON.stringify(value)]);
  const given = { ...Object.fromEntries(json), ...partsOf(added), actor: actor.id };
  return { text, params: fillPlaceholders(params, given) };
}

/** Between the parts of one revision and those of the next; in JSON no control character stands as itself. */
const NEXT = "\u001e";

function partsOf(added: readonly Added[]) {
  const parts = added.map(hashedParts);
  const [starts, beforeHashes, beforePlaces, ends] = ([0, 1, 2, 3] as const).map((place) =>
    parts.map((own) => own[place]).join(NEXT),
  );
  return { starts, beforeHashes, beforePlaces, ends };
}

const explain = (error: unknown) =>
  (error as { code?: unknown } | undefined)?.code === NAMES_ABSORBED ? Refusal.changedSinceRead() : error;

/** Appends in one go with COMMIT: the chain's lock is held for this statement and that. */
export async function appendLast(actor: Writer, added: readonly Added[]): Promise<void> {
  runLast({ ...statementFor(actor, added), explain });
}

/** Appends at once, and holds the chain's lock until the transaction ends. @returns the place in the chain of the first */
export async function appendNow(actor: Actor, added: readonly Added[]): Promise<number> {
  const { text, params } = statementFor(actor, added);
  const [row] = await runPrepared(text, params).catch((error) => {
    throw explain(error);
  });
  return Number(row?.first);
}
