import { and, eq, ne, sql } from "drizzle-orm";
import type { RecordKind } from "@/lib/records/editorial";
import {
  checklist,
  type GateFields,
  type GateLine,
  type GateReason,
  type GateWarning,
  gateReasons,
  gateWarnings,
} from "@/lib/workflow/gate";
import type { Db } from "../../client";
import { people, stations } from "../../schema";
import { editorialTableOf } from "../tables";
import { factsOf, hasAddress, ofIds } from "./gate";
import { cautionsOf } from "./gate-cautions";
import { countedRecordsOf } from "./gate-records";

type GateFactsRow = Awaited<ReturnType<typeof factsOf>>[number];
const isWaiverNeeded = (facts: GateFactsRow) => facts.waived && facts.accuses && facts.answers === 0;

/** What blocks and what warns, by record id. */
export async function gateOutcomesOf(
  on: Db,
  kind: RecordKind,
  ids: readonly string[],
): Promise<Map<string, { readonly reasons: GateReason[]; readonly warnings: GateWarning[] }>> {
  if (ids.length === 0) return new Map();
  const facts = await factsOf(on, kind, ofIds(kind, ids));
  const cautions = await cautionsOf(on, kind, ids);
  return new Map(
    facts.map(({ id, ...own }) => {
      const warnings = gateWarnings({ ...cautions(id), waived: isWaiverNeeded({ id, ...own }) });
      return [id, { reasons: gateReasons(own), warnings }];
    }),
  );
}

/** The whole checklist of each record, by record id, each line with the records that it counted. */
export async function checklistsOf(
  on: Db,
  kind: RecordKind,
  ids: readonly string[],
): Promise<Map<string, GateLine[]>> {
  if (ids.length === 0) return new Map();
  const facts = await factsOf(on, kind, ofIds(kind, ids));
  const cautions = await cautionsOf(on, kind, ids);
  const counted = await countedRecordsOf(on, kind, ids);
  const fields = await fieldsOf(on, kind, ids);
  return new Map(
    facts.map((own) => {
      const { origins, ...warned } = cautions(own.id);
      const independent = origins.map(({ slug, name }) => ({ kind: "organization" as const, slug, name }));
      const records = { ...counted.get(own.id), independent, single_source: independent };
      const ofItself = fields.get(own.id) ?? NO_FIELDS;
      return [own.id, checklist(own, { ...warned, waived: isWaiverNeeded(own) }, records, ofItself)];
    }),
  );
}

const NO_FIELDS: GateFields = { address: false, person: false, place: false, approver: null };

async function fieldsOf(on: Db, kind: RecordKind, ids: readonly string[]): Promise<Map<string, GateFields>> {
  const table = editorialTableOf(kind);
  const rows = await on
    .select({
      id: table.id,
      address: kind === "evidence" ? sql<boolean>`${hasAddress}` : sql<boolean>`false`,
      place: kind === "station" ? sql<boolean>`${stations.latitude} is not null` : sql<boolean>`false`,
      approver: people.name,
    })
    .from(table)
    .leftJoin(people, and(eq(people.id, table.approvedBy), ne(table.approvedBy, table.updatedBy)))
    .where(ofIds(kind, ids));
  const person = kind === "claim" || kind === "response";
  return new Map(rows.map(({ id, ...own }) => [id, { ...own, person }]));
}
