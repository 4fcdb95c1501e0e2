import type { AnyPgColumn } from "drizzle-orm/pg-core";
import { claims } from "../../schema";
import { fuzzyDateColumns } from "../fuzzy";

type DateColumns = Record<`${"asserted" | "period"}${"Edtf" | "From" | "To"}`, AnyPgColumn>;

/** When a claim was said, and the time that it speaks of. */
export const claimDates = (claim: DateColumns) => ({
  asserted: fuzzyDateColumns(claim.assertedEdtf, claim.assertedFrom, claim.assertedTo),
  period: fuzzyDateColumns(claim.periodEdtf, claim.periodFrom, claim.periodTo),
});

/** What a claim says by itself. */
export const CLAIM_SELECT = {
  id: claims.id,
  slug: claims.slug,
  state: claims.state,
  proposition: claims.proposition,
  subject: claims.subject,
  scope: claims.scope,
  region: claims.region,
  country: claims.country,
  position: claims.position,
  valueNumber: claims.valueNumber,
  valueBound: claims.valueBound,
  spokesperson: claims.spokesperson,
  ...claimDates(claims),
  assessment: claims.assessment,
};
