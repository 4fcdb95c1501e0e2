import type { ReactNode } from "react";
import { useLocaleCode, useTranslations } from "#translations";
import { UnreadMark } from "@/components/evidence/unread-mark";
import { useChips } from "@/components/records/list-frame";
import { Button } from "@/components/ui/button";
import { type Column, DataTable } from "@/components/ui/data-table";
import { type Choice, SelectField } from "@/components/ui/field";
import { ActiveFilters } from "@/components/ui/filter-form";
import { Foreign } from "@/components/ui/foreign";
import { Grade } from "@/components/ui/grade";
import { Link, QuietLink } from "@/components/ui/link";
import { StanceMark, StateBadge } from "@/components/ui/marks";
import type { StationFile } from "@/db/access/stations/station-file";
import { formatFuzzyDate } from "@/lib/dates/fuzzy-date";
import { evidenceFilter } from "@/lib/filters/evidence-filter";
import { type StationEvidenceView, stationEvidenceFilter } from "@/lib/filters/station-evidence-filter";
import { STANCES, type StanceValue } from "@/lib/records/claim";
import { isPublic } from "@/lib/records/editorial";
import type { EvidenceKind } from "@/lib/records/evidence";
import type { Unread } from "@/lib/records/unread";
import { nameOfLanguage } from "@/lib/text/language-names";
import { StationPartRest } from "./station-part-rest";

type Item = StationFile["evidence"][number];
/** So many are read without being narrowed. */
const FEW = 10;

type Props = {
  slug: string;
  file: StationFile;
  view: StationEvidenceView;
  /** What of it the reader has not read, by id. */
  unread: ReadonlyMap<string, Unread>;
};

/** The items filed at the station, narrowed by what the address says. */
export function EvidenceHere({ slug, file, view, unread }: Props) {
  const t = useTranslations("station");
  const path = `/stations/${slug}`;
  const { formatValue, label } = useFacets();
  const narrowings = stationEvidenceFilter.narrowings(view);
  const hrefWithout = (item: (typeof narrowings)[number]) =>
    `${stationEvidenceFilter.without(path, view, item)}#evidence`;
  const chips = useChips(narrowings, { legend: label, formatValue }, hrefWithout);
  const none = t(narrowings.length > 0 ? "evidenceNoneAsked" : "evidenceNone");
  return (
    <section aria-labelledby="evidence" className="flex flex-col gap-3">
      <h2 id="evidence" className="scroll-mt-4">
        {t("evidenceTitle")}
      </h2>
      <UnreadHere count={unread.size} station={slug} />
      {(file.parts.evidence.total > FEW || narrowings.length > 0) && <Filters path={path} file={file} view={view} />}
      <ActiveFilters items={chips} clearHref={`${path}#evidence`} />
      <div className="phone-lines">
        <DataTable
          caption={t("evidenceCaption")}
          rows={file.evidence}
          rowKey={({ id }) => id}
          columns={useColumns(file.evidence.some(isGraded), unread)}
          empty={<p className="border-y border-rule py-4 text-muted">{none}</p>}
        />
      </div>
      <StationPartRest slug={slug} view={view} file={file} part="evidence" />
    </section>
  );
}

/** How much of what is shown is new to the reader, as the way to all of it. */
function UnreadHere({ count, station }: { count: number; station: string }) {
  const t = useTranslations("reading");
  if (count === 0) return null;
  return (
    <p className="text-sm font-semibold print:hidden">
      <Link
        href={evidenceFilter.href("/evidence", {
          ...evidenceFilter.absent,
          station: { any: [station], without: [] },
          unread: true,
        })}
      >
        {t("count", { count, isMore: "false" })}
      </Link>
    </p>
  );
}

function useFacets() {
  const t = useTranslations("station");
  const kinds = useTranslations("evidence");
  const common = useTranslations("common");
  const locale = useLocaleCode();
  const labels: Record<string, string> = {
    kind: t("evidenceKind"),
    language: t("evidenceLanguage"),
    stance: t("evidenceStance"),
  };
  const formatValue = (facet: string, value: string) => {
    if (facet === "kind") return kinds(`kind.${value as EvidenceKind}`);
    return facet === "language" ? nameOfLanguage(locale, value) : common(`stance.${value as StanceValue}`);
  };
  return { formatValue, label: (facet: string) => labels[facet] ?? facet };
}

function Filters({ path, file, view }: { path: string; file: StationFile; view: StationEvidenceView }) {
  const t = useTranslations("station");
  const common = useTranslations("common");
  const { formatValue, label } = useFacets();
  const values = {
    kind: [...new Set(file.choices.map(({ kind }) => kind))].sort(),
    language: [...new Set(file.choices.flatMap(({ language }) => language ?? []))].sort(),
    stance: STANCES,
  };
  const choices = (facet: keyof typeof values): Choice[] =>
    values[facet].map((value) => ({ value, label: formatValue(facet, value) }));
  return (
    <form action={`${path}#evidence`} data-follow="choices" className="flex flex-wrap items-end gap-3 print:hidden">
      {(["kind", "language", "stance"] as const).map((facet) => (
        <div key={facet} className="min-w-36 flex-1">
          <SelectField
            id={`evidence-${facet}`}
            name={facet}
            label={label(facet)}
            options={choices(facet)}
            empty={t("anyValue")}
            defaultValue={view[facet].any[0] ?? ""}
          />
        </div>
      ))}
      <noscript>
        <Button type="submit">{common("applyFilters")}</Button>
      </noscript>
    </form>
  );
}

const isGraded = ({ reliability, credibility }: Item) => reliability !== null || credibility !== null;

function useColumns(showGrade: boolean, unread: Props["unread"]): Column<Item>[] {
  const t = useTranslations("station");
  const kinds = useTranslations("evidence");
  const locale = useLocaleCode();
  const stances = (item: Item): ReactNode =>
    item.stances.length > 0 ? (
      <span className="inline-flex flex-wrap gap-x-3">
        {item.stances.map((stance) => (
          <StanceMark key={stance} stance={stance} />
        ))}
      </span>
    ) : (
      <span className="text-muted">{t("evidenceNoStance")}</span>
    );
  const grade: Column<Item> = {
    key: "grade",
    header: t("evidenceGrade"),
    cell: ({ reliability, credibility }) => <Grade reliability={reliability} credibility={credibility} />,
  };
  return [
    {
      key: "title",
      header: t("evidenceTitleColumn"),
      heading: true,
      cell: ({ id, slug, title, language, state }) => (
        <>
          <QuietLink href={`/evidence/${slug}`}>
            <Foreign lang={language}>{title}</Foreign>
          </QuietLink>{" "}
          {!isPublic(state) && <StateBadge state={state} />} <UnreadMark unread={unread.get(id)} />
        </>
      ),
    },
    {
      key: "publisher",
      header: t("evidencePublisher"),
      cell: ({ publisher }) =>
        publisher ? (
          <Link href={`/organizations/${publisher.slug}`}>{publisher.name}</Link>
        ) : (
          <span className="text-muted">{t("publisherUnknown")}</span>
        ),
    },
    { key: "date", header: t("evidenceDate"), cell: ({ published }) => formatFuzzyDate(published, locale) },
    { key: "kind", header: t("evidenceKind"), cell: ({ kind }) => kinds(`kind.${kind}`) },
    {
      key: "language",
      header: t("evidenceLanguage"),
      cell: ({ language }) => (language ? nameOfLanguage(locale, language) : ""),
    },
    { key: "stance", header: t("evidenceStance"), cell: stances },
    ...(showGrade ? [grade] : []),
  ];
}
