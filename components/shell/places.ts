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

/** Ways of working, for those who may. */
export const WORK = [
  ["queue", "/queue", "r", "read drafts"],
  ["replies", "/replies", "w", "read drafts"],
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
