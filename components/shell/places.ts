import type { Permission } from "@/lib/workflow/policy";

/** A page of the navigation, and the key that goes there after g. */
export type Place = readonly [name: string, href: string, key: string, permission?: Permission];

export const DOSSIER = [
  ["stations", "/stations", "s"],
  ["claims", "/claims", "c"],
  ["evidence", "/evidence", "e"],
  ["responses", "/responses", "a"],
  ["events", "/events", "v"],
  ["organizations", "/organizations", "n"],
] as const satisfies readonly Place[];

export const EXPLORE = [
  ["map", "/map", "m"],
  ["timeline", "/timeline", "t"],
  ["countries", "/countries", "l"],
  ["charts", "/charts", "h"],
  ["summary", "/summary", "p"],
  ["corrections", "/corrections", "x"],
] as const satisfies readonly Place[];

/** The work, for those who may do or read it. */
export const WORK = [
  ["queue", "/queue", "r", "read drafts"],
  ["replies", "/replies", "w", "read published records"],
] as const satisfies readonly Place[];

/** All that a key leads to. */
export const KEYED_PLACES = [
  ["overview", "/", "o"],
  ...DOSSIER,
  ...EXPLORE,
  ...WORK,
  ["inbox", "/inbox", "i", "read the discussion"],
  ["help", "/help", "?"],
] as const satisfies readonly Place[];

/** What is the person's own, and what few look for. */
export const OWN = [
  ["mine", "/queue?who=mine", "read drafts"],
  ["inbox", "/inbox", "read the discussion"],
  ["trash", "/trash", "move a record to the trash"],
  ["history", "/history", "verify the history"],
  ["help", "/help", "read published records"],
] as const satisfies readonly (readonly [string, string, Permission])[];

/** The forms that record something. */
export const FORMS = [
  ["evidence", "/evidence/new", "record evidence"],
  ["claim", "/claims/new", "record a claim"],
  ["response", "/responses/new", "record a response"],
  ["replyRequest", "/replies/new", "record a reply request"],
  ["station", "/stations/new", "record a station"],
  ["event", "/events/new", "record an event"],
  ["organization", "/organizations/new", "record an organization"],
] as const satisfies readonly (readonly [string, string, Permission])[];
