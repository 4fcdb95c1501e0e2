import { useFormat, useLocaleCode, useTranslations } from "#translations";
import { DeskText } from "@/components/ui/desk-text";
import { Link, QuietLink } from "@/components/ui/link";
import { Badge, StateBadge } from "@/components/ui/marks";
import { Quote } from "@/components/ui/quote";
import type { ListedResponse } from "@/db/access/responses/response-list";
import { formatFuzzyDate } from "@/lib/dates/fuzzy-date";
import type { ResponseOrder } from "@/lib/filters/response-filter";
import { countryName } from "@/lib/records/country";
import { isPublic } from "@/lib/records/editorial";
import type { ResponseKind } from "@/lib/records/response";
import { groupBy } from "@/lib/text/group-by";

type Props = { responses: readonly ListedResponse[]; order: ResponseOrder; showState: boolean };

/** Responses under the government or the kind that they are ordered by; by date they are one list. */
export function ResponseGroups({ responses, order, showState }: Props) {
  const t = useTranslations("response");
  const locale = useLocaleCode();
  const title = (group: string | null) => {
    if (order === "kind") return t(`kind.${group as ResponseKind}`);
    return group ? countryName(group, locale) : t("noGovernment");
  };
  return (
    <>
      {[...groupBy(responses, ({ group }) => group)].map(([group, own]) => (
        <section key={group ?? ""}>
          {order === "date" ? (
            <h2 className="sr-only">{t("caption")}</h2>
          ) : (
            <h2 className="border-b-2 border-ink pb-1">{title(group)}</h2>
          )}
          <ul>
            {own.map((response) => (
              <ResponseRow key={response.id} response={response} showState={showState} />
            ))}
          </ul>
        </section>
      ))}
    </>
  );
}

function ResponseRow({ response, showState }: { response: ListedResponse; showState: boolean }) {
  const t = useTranslations("response");
  const format = useFormat();
  const locale = useLocaleCode();
  const { authority, officialRole, officialName, given, countries, answered, unanswered } = response;
  const official = [officialName, officialRole].filter(Boolean).join(", ");
  const about = countries.map((code) => countryName(code, locale));
  return (
    <li data-row="" className="flex flex-col gap-1 border-b border-rule py-2">
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-sm">
        <Badge>{t(`kind.${response.kind}`)}</Badge>
        <span>{formatFuzzyDate(given, locale)}</span>
        {authority && <Link href={`/organizations/${authority.slug}`}>{authority.name}</Link>}
        {official && <span className="text-muted">{official}</span>}
        {showState && !isPublic(response.state) && <StateBadge state={response.state} />}
      </p>
      <p className="measure">
        <QuietLink href={`/responses/${response.slug}`}>
          <DeskText>{response.summary}</DeskText>
        </QuietLink>
      </p>
      {response.quote && (
        <Quote original={response.quote} language={response.quoteLanguage} translation={response.quoteTranslation} />
      )}
      <p className="text-sm text-muted">
        {t("about")}: {about.length > 0 ? format.list(about) : t("aboutAll")}
        {answered > 0 && ` · ${t("answersCount", { count: answered })}`}
        {unanswered > 0 && ` · ${t("unansweredCount", { count: unanswered })}`}
      </p>
    </li>
  );
}
