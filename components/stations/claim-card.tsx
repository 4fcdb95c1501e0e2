import { useFormat, useLocaleCode, useTranslations } from "#translations";
import { PlacedQuote } from "@/components/files/placed-quote";
import { DeskText } from "@/components/ui/desk-text";
import { Foreign } from "@/components/ui/foreign";
import { Grade } from "@/components/ui/grade";
import { Link } from "@/components/ui/link";
import { Badge, StanceMark, StateBadge } from "@/components/ui/marks";
import type { StationFile } from "@/db/access/stations/station-file";
import { formatClaimDates } from "@/lib/dates/claim-dates";
import { formatFuzzyDate } from "@/lib/dates/fuzzy-date";
import { isPublic } from "@/lib/records/editorial";

type FiledClaim = StationFile["claims"][number];
/** A claim with who made it, when, and on what evidence. */
export function ClaimCard({ claim }: { claim: FiledClaim }) {
  const t = useTranslations("station");
  const tClaim = useTranslations("claim");
  const format = useFormat();
  const locale = useLocaleCode();
  const claimants = claim.claimants.length ? format.list(claim.claimants.map(({ name }) => name)) : t("noClaimant");
  return (
    <article>
      <h4 className="font-serif text-base font-semibold">
        <Link href={`/claims/${claim.slug}`}>
          <DeskText>{claim.proposition}</DeskText>
        </Link>
      </h4>
      <p className="text-sm">
        {t("claimMeta", {
          claimants,
          position: tClaim(`positionName.${claim.position}`),
          date: formatClaimDates(claim, locale),
        })}
        {claim.spokesperson && `, ${t("spoke", { name: claim.spokesperson })}`}
        {claim.relayedBy && `, ${t("relayed", { name: claim.relayedBy.name })}`}
      </p>
      <details className="mt-0.5">
        <summary className="text-sm text-accent">
          {t("stancesTitle", { count: claim.stancesTotal })} <Badge>{tClaim(`assessment.${claim.assessment}`)}</Badge>{" "}
          {!isPublic(claim.state) && <StateBadge state={claim.state} />}
        </summary>
        <ul className="mt-1 flex flex-col gap-3 border-l border-rule pl-3">
          {claim.stances.map((stance) => (
            <Stance key={stance.evidenceId} claimSlug={claim.slug} stance={stance} />
          ))}
          {claim.stancesTotal > claim.stances.length && (
            <li className="text-sm">
              <Link href={`/claims/${claim.slug}`}>
                {t("moreStances", { count: claim.stancesTotal - claim.stances.length })}
              </Link>
            </li>
          )}
        </ul>
      </details>
    </article>
  );
}

type StanceProps = { claimSlug: string; stance: FiledClaim["stances"][number] };

function Stance({ claimSlug, stance }: StanceProps) {
  const t = useTranslations("station");
  const claim = useTranslations("claim");
  const locale = useLocaleCode();
  const details = [
    claim(`derivation.${stance.derivation}`),
    stance.origin && t("derivedFrom", { name: stance.origin.name }),
    stance.filedHere && t("filedHere"),
    stance.locator && t("locator", { place: stance.locator }),
  ].filter((part) => typeof part === "string");
  return (
    <li className="text-sm">
      <p>
        <StanceMark stance={stance.stance} />:{" "}
        <Link href={`/evidence/${stance.evidence}`}>
          <Foreign lang={stance.language}>{stance.title}</Foreign>
        </Link>
        , {stance.publisher?.name ?? t("publisherUnknown")}, {formatFuzzyDate(stance.published, locale)}{" "}
        <Grade reliability={stance.reliability} credibility={stance.credibility} />
      </p>
      <p className="text-xs text-muted">{details.join(" · ")}</p>
      {stance.quote && (
        <PlacedQuote claim={claimSlug} quote={stance.quote} language={stance.language} place={stance.place} />
      )}
    </li>
  );
}

type AnsweredProps = {
  claim: FiledClaim;
  file: StationFile;
  /** The answers that stand in full beside this claim. */
  placed: readonly StationFile["responses"][number][];
  /** ISO day on which the page was asked for. */
  today: string;
};

/** What else authorities did with the claim; a side without an answer is a dated gap, never an empty space. */
export function AnsweredLine({ claim, file, placed, today }: AnsweredProps) {
  const t = useTranslations("station");
  const tResponse = useTranslations("response");
  const locale = useLocaleCode();
  const { answers, answersTotal } = claim;
  const shown = new Set(file.responses.map(({ slug }) => slug));
  const others = answers.filter(({ responseId }) => !placed.some(({ id }) => id === responseId));
  if (answers.length === 0) {
    const accuses = claim.position === "asserts" || claim.position === "confirms";
    if (!accuses) return null;
    return (
      <p className="border border-dashed border-caution px-2 py-1 text-sm">
        {t("unanswered", { date: formatFuzzyDate({ edtf: today, from: today, to: today }, locale) })}
      </p>
    );
  }
  if (others.length === 0 && answersTotal === answers.length) return null;
  return (
    <ul className="mt-1 text-sm">
      {others.map(({ responseId, response, authority, given, answer }) => (
        <li
          key={responseId}
          className={answer === "leaves_unanswered" ? "border border-dashed border-caution px-2 py-1" : ""}
        >
          → <a href={shown.has(response) ? `#${response}` : `/responses/${response}`}>{authority ?? response}</a>{" "}
          {tResponse(`answer.${answer}`)}, {formatFuzzyDate(given, locale)}
        </li>
      ))}
      {answersTotal > answers.length && (
        <li>
          <Link href={`/claims/${claim.slug}`}>{t("moreAnswered", { count: answersTotal - answers.length })}</Link>
        </li>
      )}
    </ul>
  );
}
