import { organizations, responses } from "../../schema";
import { fuzzyDateColumns } from "../fuzzy";
import { joinedOrg } from "../organizations/joined-org";

/** What every view of an official response says of it; for a query that has its authority joined as `organizations`. */
export const RESPONSE_SELECT = {
  id: responses.id,
  slug: responses.slug,
  state: responses.state,
  kind: responses.kind,
  authority: joinedOrg(organizations),
  officialRole: responses.officialRole,
  officialName: responses.officialName,
  given: fuzzyDateColumns(responses.givenEdtf, responses.givenFrom, responses.givenTo),
  summary: responses.summary,
  quote: responses.quote,
  quoteLanguage: responses.quoteLanguage,
  quoteTranslation: responses.quoteTranslation,
};
