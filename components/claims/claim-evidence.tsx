import type { ReactNode } from "react";
import { useLocaleCode, useTranslations } from "#translations";
import { UnreadMark } from "@/components/evidence/unread-mark";
import { PlacedQuote } from "@/components/files/placed-quote";
import { Definition } from "@/components/help/definition";
import { Foreign } from "@/components/ui/foreign";
import { Grade } from "@/components/ui/grade";
import { Link, QuietLink } from "@/components/ui/link";
import { StanceMark } from "@/components/ui/marks";
import { LanguageName } from "@/components/ui/names";
import type { Claim } from "@/db/access/claims/claims";
import type { AlikeSources } from "@/db/access/evidence/alike-sources";
import { formatFuzzyDate } from "@/lib/dates/fuzzy-date";
import type { Unread } from "@/lib/records/unread";
import { WhoReportsWhom } from "./report-tree";

type Props = {
  claim: Claim;
  /** What of it the reader has not read, by id. */
  unread: ReadonlyMap<string, Unread>;
  rest: ReactNode;
};

/** The items that speak of a claim: what each does to it, in its words, and whom it has it from. */
export function ClaimEvidence({ claim: { slug, stances }, unread, rest }: Props) {
  const t = useTranslations("claim");
  return (
    <section aria-labelledby="evidence" id="stances" className="flex scroll-mt-4 flex-col gap-3">
      <h2 id="evidence">{t("evidenceTitle")}</h2>
      {stances.length === 0 && <p className="text-muted">{t("evidenceNone")}</p>}
      <ul>
        {stances.map((stance) => (
          <StanceItem key={stance.evidenceId} claim={slug} stance={stance} unread={unread.get(stance.evidenceId)} />
        ))}
      </ul>
      {rest}
    </section>
  );
}

type ItemProps = { claim: string; stance: Claim["stances"][number]; unread: Unread | undefined };

function StanceItem({ claim, stance, unread }: ItemProps) {
  const t = useTranslations("claim");
  const locale = useLocaleCode();
  const { derivation, origin } = stance;
  const from =
    derivation === "original" ? null : origin ? t("derivedFrom", { name: origin.name }) : t("derivedFromClaimant");
  return (
    <li className="flex flex-col gap-2 border-b border-rule py-3">
      <p className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
        <StanceMark stance={stance.stance} />
        <QuietLink href={`/evidence/${stance.slug}`}>
          <Foreign lang={stance.language}>{stance.title}</Foreign>
        </QuietLink>
        <Grade reliability={stance.reliability} credibility={stance.credibility} />
        <UnreadMark unread={unread} />
      </p>
      <p className="text-sm text-muted">
        {stance.publisher && (
          <>
            <Link href={`/organizations/${stance.publisher.slug}`}>{stance.publisher.name}</Link>,{" "}
          </>
        )}
        {formatFuzzyDate(stance.published, locale)}
        {stance.language && (
          <>
            {" · "}
            <LanguageName code={stance.language} />
          </>
        )}
        {" · "}
        {t(`derivation.${derivation}`)}
        {from && ` (${from})`}
      </p>
      {stance.quote && (
        <PlacedQuote
          claim={claim}
          quote={stance.quote}
          language={stance.language}
          place={stance.place}
          locator={stance.locator && t("locator", { place: stance.locator })}
        />
      )}
      {!stance.quote && stance.locator && (
        <p className="text-sm text-muted">{t("locator", { place: stance.locator })}</p>
      )}
    </li>
  );
}

/** Why so many sources count: who they are, whether their own publication is on file, and who carries what they say. */
export function Independence({
  claim,
  alike,
}: {
  claim: Pick<Claim, "independence">;
  alike: readonly AlikeSources[];
}) {
  const t = useTranslations("claim");
  const { independence } = claim;
  return (
    <section aria-labelledby="independence" className="flex flex-col gap-2">
      <div className="flex items-baseline gap-1">
        <h2 id="independence">{t("sourcesTitle")}</h2>
        <Definition of="independent_source" />
      </div>
      <p className="measure text-muted">{t("sourcesLead", { count: independence.count })}</p>
      <WhoReportsWhom tree={independence} />
      {alike.length > 0 && <AlikePairs pairs={alike} />}
    </section>
  );
}

/** Items that count as sources of their own and share text: a hint, which counts nothing. */
function AlikePairs({ pairs }: { pairs: readonly AlikeSources[] }) {
  const t = useTranslations("alikeText");
  const linkTo = (slug: string) => () => (
    <Link href={`/evidence/${slug}#alike-texts`}>
      <span className="font-mono text-xs">{slug}</span>
    </Link>
  );
  return (
    <ul className="measure text-sm print:hidden">
      {pairs.map(({ one, other }) => (
        <li key={`${one} ${other}`} className="border-l-4 border-caution bg-caution-soft px-3 py-1">
          {t.rich("sources", { one: linkTo(one), other: linkTo(other) })}
        </li>
      ))}
    </ul>
  );
}
