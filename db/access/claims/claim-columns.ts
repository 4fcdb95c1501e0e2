import { claims } from "../../schema";
import { fuzzyDateColumns } from "../fuzzy";

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
  asserted: fuzzyDateColumns(claims.assertedEdtf, claims.assertedFrom, claims.assertedTo),
  assessment: claims.assessment,
};
