import type { ClaimPosition } from "./claim";
import { countryName } from "./country";
import type { EventKind } from "./event";
import type { EvidenceKind } from "./evidence";
import type { Locale } from "./locale";
import type { Namespace } from "./messages";
import type { ResponseKind } from "./response";
import type { StationStatus } from "./status";
import { NOWHERE, OTHERS } from "./timeline-countries";
import { LANES, type Lane } from "./timeline-lane";
import type { Words } from "./translator";

type Said<N extends Namespace> = { readonly [Name in N]: Words<Name> };

/** What a lane is called, be it of a kind of record, of a country, of annotations. */
export function sayLane(lane: string, words: Said<"timeline" | "explorer">, locale: Locale): string {
  if (lane === OTHERS) return words.explorer("otherCountries");
  if (lane === NOWHERE) return words.explorer("noCountry");
  if (lane === "notes") return words.explorer("notes");
  return (LANES as readonly string[]).includes(lane)
    ? words.timeline(`lane.${lane as Lane}`)
    : countryName(lane, locale);
}

/** A lane's kind in the words of its noun: "Denial", "Ordered closed". */
export function sayKind(
  lane: Lane,
  kind: string,
  { event, status, claim, response, evidence }: Said<"event" | "status" | "claim" | "response" | "evidence">,
): string {
  const say: Record<Lane, () => string> = {
    events: () => event(`kind.${kind as EventKind}`),
    reports: () => status(`label.${kind as StationStatus}`),
    claims: () => claim(`positionName.${kind as ClaimPosition}`),
    responses: () => response(`kind.${kind as ResponseKind}`),
    evidence: () => evidence(`kind.${kind as EvidenceKind}`),
  };
  return say[lane]();
}
