import type { ResponseKind } from "../records/response";

/** What the kinds of official responses come to in a figure of governments; the rest is in no group. */
export const RESPONSE_GROUPS = {
  denied: ["denial", "partial_denial"],
  noComment: ["no_comment", "no_response"],
  acted: ["closure_order", "investigation_opened", "investigation_concluded", "arrests_or_charges", "action_taken"],
} as const satisfies Record<string, readonly ResponseKind[]>;
export type ResponseGroup = keyof typeof RESPONSE_GROUPS;

export type KindCount = { readonly kind: ResponseKind; readonly count: number };

/** How many responses are of each group. */
export function groupsOf(kinds: readonly KindCount[]): Record<ResponseGroup, number> {
  const inGroup = (group: ResponseGroup) =>
    kinds
      .filter(({ kind }) => (RESPONSE_GROUPS[group] as readonly ResponseKind[]).includes(kind))
      .reduce((sum, { count }) => sum + count, 0);
  return { denied: inGroup("denied"), noComment: inGroup("noComment"), acted: inGroup("acted") };
}
