import { useFormat, useLocaleCode, useTranslations } from "#translations";
import type { ColumnChoice } from "@/components/ui/column-choices";
import { type Column, DataTable } from "@/components/ui/data-table";
import { DeskText } from "@/components/ui/desk-text";
import { Foreign } from "@/components/ui/foreign";
import { QuietLink } from "@/components/ui/link";
import { StateBadge } from "@/components/ui/marks";
import { EmptyState } from "@/components/ui/notice";
import type { ListedResponse } from "@/db/access/responses/response-list";
import { formatFuzzyDate } from "@/lib/dates/fuzzy-date";
import { type ResponseOrder, type ResponseView, responseFilter } from "@/lib/filters/response-filter";
import { countryName } from "@/lib/records/country";
import { isPublic } from "@/lib/records/editorial";

type Props = {
  responses: readonly ListedResponse[];
  view: ResponseView;
  showState: boolean;
  choice: ColumnChoice;
  isSelectable: boolean;
};

/** Official answers, one to a row; the headings that can sort are links to the same view in that order. */
export function ResponseTable({ responses, view, showState, choice, isSelectable }: Props) {
  const t = useTranslations("response");
  const columns = useColumns(showState).map(({ order, ...column }) => ({
    ...column,
    ...(order && {
      sortHref: responseFilter.href("/responses", view, { order }),
      sorted: order !== view.order ? undefined : order === "date" ? ("desc" as const) : ("asc" as const),
    }),
  }));
  return (
    <DataTable
      caption={t("caption")}
      rows={responses}
      selection={isSelectable && { kind: "response", nameOf: ({ slug, summary }) => ({ slug, title: summary }) }}
      rowKey={({ id }) => id}
      columns={columns}
      choice={choice}
      isTwoLine
      empty={<EmptyState title={t("emptyTitle")}>{t("emptyLead")}</EmptyState>}
    />
  );
}

type OrderedColumn = Column<ListedResponse> & { order?: ResponseOrder };

function useColumns(showState: boolean): OrderedColumn[] {
  const t = useTranslations("response");
  const format = useFormat();
  const locale = useLocaleCode();
  return [
    {
      key: "government",
      header: t("filter.government"),
      order: "government",
      cell: ({ government }) =>
        government ? countryName(government, locale) : <span className="text-muted">{t("noGovernment")}</span>,
    },
    {
      key: "authority",
      header: t("filter.authority"),
      cell: ({ authority, officialName, officialRole }) => (
        <>
          {authority && <QuietLink href={`/organizations/${authority.slug}`}>{authority.name}</QuietLink>}{" "}
          <span className="text-muted">{[officialName, officialRole].filter(Boolean).join(", ")}</span>
        </>
      ),
    },
    {
      key: "answer",
      header: t("columnAnswer"),
      heading: true,
      cell: (response) => <Answer response={response} showState={showState} />,
    },
    { key: "kind", header: t("columnKind"), order: "kind", cell: ({ kind }) => t(`kind.${kind}`) },
    {
      key: "date",
      header: t("columnDate"),
      order: "date",
      cell: ({ given }) => <span className="xl:whitespace-nowrap">{formatFuzzyDate(given, locale)}</span>,
    },
    {
      key: "about",
      roomy: true,
      header: t("about"),
      cell: ({ countries }) =>
        countries.length > 0 ? format.list(countries.map((code) => countryName(code, locale))) : t("aboutAll"),
    },
    {
      key: "claims",
      roomy: true,
      header: t("columnClaims"),
      cell: ({ slug, answered, unanswered }) =>
        answered + unanswered > 0 && (
          <QuietLink href={`/responses/${slug}#answers`}>
            {[
              answered > 0 && t("answersCount", { count: answered }),
              unanswered > 0 && t("unansweredCount", { count: unanswered }),
            ]
              .filter(Boolean)
              .join(" · ")}
          </QuietLink>
        ),
    },
  ];
}

/** What was said in our words, and in the authority's own where they are on file. */
function Answer({ response, showState }: { response: ListedResponse; showState: boolean }) {
  const { slug, summary, quote, quoteLanguage, state } = response;
  return (
    <span>
      {showState && !isPublic(state) && (
        <>
          <StateBadge state={state} />{" "}
        </>
      )}
      <QuietLink href={`/responses/${slug}`}>
        <DeskText>{summary}</DeskText>
      </QuietLink>{" "}
      {quote && (
        <q className="font-serif text-muted">
          <Foreign lang={quoteLanguage}>{quote}</Foreign>
        </q>
      )}
    </span>
  );
}
