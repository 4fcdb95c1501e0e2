import type { ReactNode } from "react";
import { useFormat, useLocaleCode, useTranslations } from "#translations";
import { Definition } from "@/components/help/definition";
import type { Term } from "@/components/help/terms";
import { Grade } from "@/components/ui/grade";
import { ExternalLink, Link } from "@/components/ui/link";
import type { EvidenceRecord } from "@/db/access/evidence/evidence-file";
import { formatFuzzyDate } from "@/lib/dates/fuzzy-date";
import { countryName } from "@/lib/records/country";
import { nameOfLanguage } from "@/lib/text/language-names";
import { siteOf, withSites } from "@/lib/text/site-of-url";

/** Who published it, where it was seen, how far it is believed and how far it may be shared. */
export function EvidenceProvenance({ item }: { item: EvidenceRecord }) {
  const t = useTranslations("evidence");
  const locale = useLocaleCode();
  const format = useFormat();
  const { publisher, carrier } = item;
  const organization = (one: { slug: string; name: string }) => (
    <Link href={`/organizations/${one.slug}`}>{one.name}</Link>
  );
  return (
    <section aria-labelledby="provenance">
      <h2 id="provenance">{t("provenance")}</h2>
      <dl className="mt-2 grid gap-x-6 gap-y-1 sm:grid-cols-[12rem_minmax(0,1fr)]">
        <Row label={t("publisher")}>{publisher ? organization(publisher) : t("publisherUnknown")}</Row>
        {carrier && <Row label={t("carriedBy")}>{organization(carrier)}</Row>}
        <Row label={t("author")}>{item.author ?? t("authorUnknown")}</Row>
        <Row label={t("published")} term="edtf">
          {formatFuzzyDate(item.published, locale)}
        </Row>
        <Row label={t("language")}>
          {item.language ? nameOfLanguage(locale, item.language) : t("languageUnknown")}
        </Row>
        <Row label={t("countries")}>
          {item.countries.length > 0
            ? format.list(item.countries.map((code) => countryName(code, locale)))
            : t("wholeMatter")}
        </Row>
        <Row label={t("original")}>
          <Page address={item.url} describeSite={(host) => t("originalPage", { host })} none={t("originalNone")} />
        </Row>
        <Row label={t("archive")}>
          <Page
            address={item.archiveUrl}
            describeSite={(host) => t("archivePage", { host })}
            none={t("archiveNone")}
          />
        </Row>
        <Row label={t("seen")}>
          {item.url !== null && item.accessedVia === item.url ? (
            t("seenOriginal")
          ) : (
            <Page address={item.accessedVia} describeSite={(host) => t("seenPage", { host })} none={t("seenNone")} />
          )}
        </Row>
        <Row label={t("grade")} term="grade">
          <GradeInWords reliability={publisher?.reliability ?? null} credibility={item.credibility} />
        </Row>
        <Row label={t("sharingTitle")} term="tlp">
          <span className="font-mono text-sm">{t(`sharing.${item.sharing}`)}</span>{" "}
          <span className="text-muted">({t(`sharingMeans.${item.sharing}`)})</span>
        </Row>
      </dl>
    </section>
  );
}

function Row({ label, term, children }: { label: string; term?: Term; children: ReactNode }) {
  return (
    <div className="contents">
      <dt className="mt-1 text-sm text-muted sm:mt-0 sm:text-base">
        {label}
        {term && <Definition of={term} />}
      </dt>
      <dd className="min-w-0 break-words">{children}</dd>
    </div>
  );
}

/** An address by its site alone: its path may name somebody. Words that are no address are shown as they are. */
function Page(props: { address: string | null; describeSite: (site: string) => string; none: string }) {
  const { address, describeSite, none } = props;
  if (address === null) return <span className="text-muted">{none}</span>;
  const site = siteOf(address);
  return site ? <ExternalLink href={address}>{describeSite(site)}</ExternalLink> : withSites(address);
}

type Graded = Pick<EvidenceRecord, "credibility"> & {
  reliability: NonNullable<EvidenceRecord["publisher"]>["reliability"];
};

function GradeInWords({ reliability, credibility }: Graded) {
  const t = useTranslations("evidence");
  const common = useTranslations("common");
  if (reliability === null && credibility === null) return <>{t("gradeNone")}</>;
  return (
    <>
      <Grade reliability={reliability} credibility={credibility} />{" "}
      <span className="text-muted">
        {common("grade.sentence", {
          reliability: common(`grade.reliability.${reliability ?? "none"}`),
          credibility: common(`grade.credibility.${credibility ?? "none"}`),
        })}
      </span>
    </>
  );
}
