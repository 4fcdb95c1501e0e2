import { useFormat, useLocaleCode, useTranslations } from "#translations";
import type { ColumnChoice } from "@/components/ui/column-choices";
import { type Column, DataTable } from "@/components/ui/data-table";
import { DeskText } from "@/components/ui/desk-text";
import { QuietLink } from "@/components/ui/link";
import { StateBadge } from "@/components/ui/marks";
import { EmptyState } from "@/components/ui/notice";
import type { LedgerClaim } from "@/db/access/claims/claim-ledger";
import { formatClaimDates } from "@/lib/dates/claim-dates";
import { formatFuzzyDate } from "@/lib/dates/fuzzy-date";
import { isPublic } from "@/lib/records/editorial";
import { AssessmentMark } from "./assessment-mark";
import { isYearSubject, useClaimLabels } from "./claim-labels";

type Props = { claims: readonly LedgerClaim[]; showState: boolean; choice: ColumnChoice; isSelectable: boolean };

/** Claims, one to a row, with who said it, how far it is carried and who contradicts it. Nothing is added up. */
export function ClaimTable({ claims, showState, choice, isSelectable }: Props) {
  const t = useTranslations("claim");
  return (
    <DataTable
      caption={t("title")}
      rows={claims}
      selection={isSelectable && { kind: "claim", nameOf: ({ slug, proposition }) => ({ slug, title: proposition }) }}
      rowKey={({ id }) => id}
      columns={useColumns(showState)}
      choice={choice}
      isTwoLine
      empty={<EmptyState title={t("emptyTitle")}>{t("emptyLead")}</EmptyState>}
    />
  );
}

function useColumns(showState: boolean): Column<LedgerClaim>[] {
  const t = useTranslations("claim");
  const format = useFormat();
  const locale = useLocaleCode();
  const { figure } = useClaimLabels();
  /** Without links, which in two lines would lie too near for a finger; the claim's page has them. */
  const nameClaimants = ({ claimants, spokesperson, relayedBy }: LedgerClaim) =>
    [
      claimants.length > 0 ? claimants.map(({ name }) => name).join(", ") : t("noClaimant"),
      spokesperson && ` (${spokesperson})`,
      relayedBy && `, ${t("relayed", { name: relayedBy.name })}`,
    ]
      .filter(Boolean)
      .join("");
  return [
    {
      key: "claim",
      header: t("columnClaim"),
      heading: true,
      cell: ({ slug, proposition, state }) => (
        <span>
          {showState && !isPublic(state) && (
            <>
              <StateBadge state={state} />{" "}
            </>
          )}
          <QuietLink href={`/claims/${slug}`}>
            <DeskText>{proposition}</DeskText>
          </QuietLink>
        </span>
      ),
    },
    { key: "claimant", header: t("columnClaimant"), cell: nameClaimants },
    {
      key: "said",
      header: t("columnAsOf"),
      cell: (claim) =>
        claim.period ? (
          formatClaimDates(claim, locale)
        ) : (
          <span className="xl:whitespace-nowrap">{formatFuzzyDate(claim.asserted, locale)}</span>
        ),
    },
    {
      key: "figure",
      header: t("valueTitle"),
      numeric: true,
      cell: ({ valueNumber, valueBound, subject }) =>
        valueNumber !== null && !isYearSubject(subject) && figure(valueNumber, valueBound),
    },
    {
      key: "assessment",
      header: t("columnAssessment"),
      cell: ({ assessment, position }) => (
        <>
          <AssessmentMark assessment={assessment} />
          {position !== "asserts" && <span className="text-muted"> · {t(`positionName.${position}`)}</span>}
        </>
      ),
    },
    {
      key: "sources",
      roomy: true,
      header: t("columnIndependent"),
      numeric: true,
      cell: ({ independentSources }) => format.number(independentSources),
    },
    {
      key: "answers",
      roomy: true,
      header: t("columnAnswers"),
      numeric: true,
      cell: ({ answers }) => format.number(answers),
    },
    { key: "conflicts", roomy: true, header: t("disputes"), cell: (claim) => <Conflicts claim={claim} /> },
  ];
}

/** Who says otherwise: the names, and how many more of their claims there are. */
function Conflicts({ claim: { slug, disputes } }: { claim: LedgerClaim }) {
  const t = useTranslations("claim");
  if (disputes.length === 0) return null;
  const names = new Set(disputes.flatMap(({ claimants }) => claimants.map(({ name }) => name)));
  const [first = t("noClaimant"), ...others] = names;
  return (
    <QuietLink href={`/claims/${slug}#disputes`}>
      {first}
      {others.length > 0 && ` ${t("more", { count: others.length })}`}
    </QuietLink>
  );
}
