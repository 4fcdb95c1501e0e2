import { and, eq, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { StationInput } from "@/lib/records/station";
import type { StationStatus } from "@/lib/records/status";
import type { Actor } from "@/lib/workflow/actor";
import { may } from "@/lib/workflow/policy";
import { Refusal } from "@/lib/workflow/refusal";
import { requirePermission } from "@/lib/workflow/require-permission";
import { db } from "../../client";
import { organizations, people, stations } from "../../schema";
import { fuzzyDateColumns } from "../fuzzy";
import { readerQuery } from "../reading/reader-query";
import { type Recorded, type Revised, recordNamed, reviseDistinct } from "../record-one";
import type { WrittenRecord } from "../records";
import { internalNoteFor, visibleTo } from "../visibility";
import { placeColumns } from "./location-columns";

/** The status that this reader may know: from all reports for the desk, from published ones for everybody else. */
export const statusColumn = (actor: Actor) => (may(actor, "read drafts") ? stations.deskStatus : stations.status);

export type Station = Awaited<ReturnType<typeof findStation>>;

const [writer, approver] = [alias(people, "writer"), alias(people, "approver")];

/** @throws Refusal not_found, also when the station is there and not this person's to see */
export async function findStation(actor: Actor, slug: string) {
  requirePermission(actor, "read published records");
  const [row] = await readStation(actor, { slug });
  if (!row) throw Refusal.notFound();
  return row;
}

const readStation = readerQuery((actor) =>
  db
    .select({
      id: stations.id,
      slug: stations.slug,
      state: stations.state,
      version: stations.version,
      name: stations.name,
      alternateNames: stations.alternateNames,
      kind: stations.kind,
      country: stations.country,
      city: stations.city,
      localityNote: stations.localityNote,
      operator: { slug: organizations.slug, name: organizations.name },
      firstReported: fuzzyDateColumns(
        stations.firstReportedEdtf,
        stations.firstReportedFrom,
        stations.firstReportedTo,
      ),
      status: sql<StationStatus>`${statusColumn(actor)}`,
      ...placeColumns(actor),
      publicPrecision: stations.publicPrecision,
      locationSource: stations.locationSource,
      note: stations.note,
      internalNote: internalNoteFor(actor, stations),
      updatedAt: stations.updatedAt,
      publishedAt: stations.publishedAt,
      writtenBy: writer.name,
      approvedBy: approver.name,
    })
    .from(stations)
    .innerJoin(writer, eq(writer.id, stations.updatedBy))
    .leftJoin(approver, eq(approver.id, stations.approvedBy))
    .leftJoin(organizations, and(eq(organizations.id, stations.operatorId), visibleTo(actor, organizations)))
    .where(and(eq(stations.slug, sql.placeholder("slug")), visibleTo(actor, stations))),
);

/** A new draft; its slug is made of the country and the city or the name: "nl-amsterdam". */
export async function recordStation(actor: Actor, recorded: Recorded<StationInput>): Promise<WrittenRecord> {
  const { country, city, name } = recorded.input;
  return recordNamed(actor, "station", `${country} ${city ?? name}`, recorded);
}

export async function reviseStation(actor: Actor, revision: Revised<StationInput>): Promise<WrittenRecord> {
  return reviseDistinct(actor, "station", revision);
}
