import { sql } from "drizzle-orm";
import type { FuzzyDate } from "@/lib/dates/fuzzy-date";
import type { AsOf } from "@/lib/filters/as-of";
import { type DatedStatus, type StationStatus, type StatusParts, statusParts } from "@/lib/records/status";
import type { Actor } from "@/lib/workflow/actor";
import { requirePermission } from "@/lib/workflow/require-permission";
import { isOneOf } from "../records/bulk-rows";
import { listRecordNames } from "../records/record-names";
import type { RevisionSnapshot } from "../revisions";
import { editorialTableOf } from "../tables";
import { everOf } from "./ever-of-station";
import { type PublishedVersion, publishedAsOf } from "./published-as-of";

const text = (value: unknown) => (typeof value === "string" ? value : null);
const texts = (values: readonly unknown[]) => [...new Set(values)].filter((value) => typeof value === "string");

/**
 * What each station's status had been said to be, by its slug, from the reports that were published then.
 * @param stations these alone; else all
 */
export async function listStatusesAsOf(
  actor: Actor,
  asOf: AsOf,
  stations?: readonly { readonly slug: string; readonly id: string }[],
): Promise<Map<string, StatusParts | null>> {
  requirePermission(actor, "read published records");
  const reports = await publishedAsOf(
    actor,
    "status_report",
    asOf,
    stations && {
      named: (snapshot) =>
        isOneOf(
          sql`${snapshot}->>'station'`,
          stations.map(({ slug }) => slug),
        ),
      among: everOf(
        "status_report",
        stations.map(({ id }) => id),
      ),
    },
  );
  const [responses, items] = await Promise.all([
    bases(actor, "response", asOf, reports),
    bases(actor, "evidence", asOf, reports),
  ]);
  const names = await listRecordNames(actor, {
    organization: texts([
      ...[...responses.values()].map(({ authority }) => authority),
      ...[...items.values()].map(({ publisher }) => publisher),
    ]),
  });
  const byStation = new Map<string, DatedStatus[]>();
  for (const report of reports) {
    const slug = String(report.snapshot.station);
    const response = responses.get(String(report.snapshot.response));
    const item = items.get(String(report.snapshot.evidence));
    byStation.set(slug, [...(byStation.get(slug) ?? []), dated(report, response, item, names)]);
  }
  return new Map([...byStation].map(([slug, own]) => [slug, statusParts(own)]));
}

/** The responses or items that these reports rest on, as they were published then, by slug. */
async function bases(actor: Actor, kind: "response" | "evidence", asOf: AsOf, reports: readonly PublishedVersion[]) {
  const slugs = texts(reports.map(({ snapshot }) => snapshot[kind]));
  if (slugs.length === 0) return new Map<string, RevisionSnapshot>();
  const rows = await publishedAsOf(actor, kind, asOf, { among: isOneOf(editorialTableOf(kind).slug, slugs) });
  return new Map(rows.map(({ slug, snapshot }) => [slug, snapshot]));
}

function dated(
  { id, recordedAt, snapshot }: PublishedVersion,
  response: RevisionSnapshot | undefined,
  item: RevisionSnapshot | undefined,
  names: Record<string, string>,
): DatedStatus {
  const by = text(response ? response.authority : item?.publisher);
  return {
    id,
    recordedAt,
    status: snapshot.status as StationStatus,
    asOf: (snapshot.asOf ?? null) as FuzzyDate | null,
    basis: response ? "response" : "evidence",
    by: by ? (names[by] ?? null) : null,
    role: text(response?.officialRole),
  };
}
