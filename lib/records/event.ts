import { z } from "zod";
import { optionalEdtf } from "../dates/edtf";
import { oneOf, optionalCountry, optionalText, requiredText, slugs } from "./input";

export const EVENT_KINDS = [
  "background",
  "cooperation",
  "cooperation_ended",
  "station_opened",
  "publication",
  "document",
  "parliament",
  "investigation",
  "investigation_concluded",
  "diplomacy",
  "denial",
  "closure_order",
  "closure_reported",
  "arrests",
  "court",
  "incident",
  "policy",
  "other",
] as const;
export type EventKind = (typeof EVENT_KINDS)[number];

export const eventInput = z.strictObject({
  title: requiredText(300),
  kind: oneOf(EVENT_KINDS),
  occurred: optionalEdtf,
  country: optionalCountry,
  summary: optionalText(),
  evidence: slugs,
  note: optionalText(),
  internalNote: optionalText(),
});
export type EventInput = z.infer<typeof eventInput>;
