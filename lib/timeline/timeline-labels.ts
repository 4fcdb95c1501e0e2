import type { Namespace } from "../messages";
import type { ClaimPosition } from "../records/claim";
import { countryName } from "../records/country";
import type { EventKind } from "../records/event";
import type { EvidenceKind } from "../records/evidence";
import type { ResponseKind } from "../records/response";
import type { StationStatus } from "../records/status";
import type { Locale } from "../text/locale";
import type { Translator } from "../text/translator";
import { NOWHERE, OTHERS } from "./timeline-countries";
import { LANES, type Lane } from "./timeline-lane";

type Translators<N extends Namespace> = { readonly [Name in N]: Translator<Name> };

/** What a lane is called, be it of a kind of record, of a country, of annotations. */
export function formatLane(lane: string, translators: Translators<"timeline" | "explorer">, locale: Locale): string {
  if (lane === OTHERS) return translators.explorer("otherCountries");
  if (lane === NOWHERE) return translators.explorer("noCountry");
  if (lane === "notes") return translators.explorer("notes");
  return (LANES as readonly string[]).includes(lane)
    ? translators.timeline(`lane.${lane as Lane}`)
    : countryName(lane, locale);
}

/** A lane's kind in the words of its noun: "Denial", "Ordered closed". */
export function formatLaneKind(
  lane: Lane,
  kind: string,
  { event, status, claim, response, evidence }: Translators<"event" | "status" | "claim" | "response" | "evidence">,
): string {
  const kindNames: Record<Lane, () => string> = {
    events: () => event(`kind.${kind as EventKind}`),
    reports: () => status(`label.${kind as StationStatus}`),
    claims: () => claim(`positionName.${kind as ClaimPosition}`),
    responses: () => response(`kind.${kind as ResponseKind}`),
    evidence: () => evidence(`kind.${kind as EvidenceKind}`),
  };
  return kindNames[lane]();
}
