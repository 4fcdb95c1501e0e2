import type { Actor } from "@/lib/workflow/actor";
import { Refusal } from "@/lib/workflow/refusal";
import { requirePermission } from "@/lib/workflow/require-permission";
import { findStationFile } from "./station-file";
import { findStation } from "./stations";

/** Of so many claims about the station itself a form has a row each. */
const MOST = 4;

/** What an answer recorded from a station's page begins with; null when there is no such station in the reader's sight. */
export async function readAnswerStart(actor: Actor, slug: string) {
  requirePermission(actor, "record a response");
  const station = await findStation(actor, slug).catch((error: unknown) => {
    if (error instanceof Refusal && error.kind === "not_found") return null;
    throw error;
  });
  if (!station) return null;
  const { claims } = await findStationFile(actor, station, { limit: 20 });
  const own = claims.filter(({ scope }) => scope === "station").map((claim) => claim.slug);
  return { countries: [station.country], claims: own.slice(0, MOST) };
}
