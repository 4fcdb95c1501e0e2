import { useLocaleCode, useTranslations } from "#translations";
import { Foreign } from "@/components/ui/foreign";
import { QuietLink } from "@/components/ui/link";
import type { LatestResponse } from "@/db/access/responses/response-list";
import { recordsBehind } from "@/lib/charts/records-behind";
import { formatFuzzyDate } from "@/lib/dates/fuzzy-date";
import { type OverviewView, scopeOfOverview } from "@/lib/filters/overview-filter";
import type { Locale } from "@/lib/text/locale";
import { OverviewSection } from "./section";

type Props = { answers: readonly LatestResponse[]; total: number; view: OverviewView };

/** Who answered last, in a line of their own, and what it does to a claim. */
export function LatestAnswers({ answers, total, view }: Props) {
  const t = useTranslations("overview");
  return (
    <OverviewSection
      id="answers"
      title={t("answersTitle")}
      term="official_answer"
      more={
        total > 0
          ? {
              href: recordsBehind("responses", scopeOfOverview(view), { order: "date" }),
              label: t("allCount", { count: total }),
            }
          : undefined
      }
    >
      {answers.length === 0 ? (
        <p className="measure py-2 text-muted">{t("answersNone")}</p>
      ) : (
        <ul>
          {answers.map((answer) => (
            <Answer key={answer.id} answer={answer} />
          ))}
        </ul>
      )}
    </OverviewSection>
  );
}

function Answer({ answer: { slug, given, authority, kind, claim, ...said } }: { answer: LatestResponse }) {
  const t = useTranslations("overview");
  const words = useTranslations("response");
  const locale = useLocaleCode();
  const { text, language } = lineOf(said, locale);
  return (
    <li className="border-b border-rule py-0.5 last:border-b-0">
      <p className="flex gap-x-2 text-sm text-muted">
        <span className="shrink-0 whitespace-nowrap">{formatFuzzyDate(given, locale)}</span>
        <span className="min-w-0 truncate text-ink">{authority?.name ?? t("authorityHidden")}</span>
        <span className="ml-auto shrink-0 whitespace-nowrap">{words(`kind.${kind}`)}</span>
      </p>
      <p className="flex items-baseline gap-x-2">
        <span className="min-w-0 font-serif [&_a]:block [&_a]:truncate [&_a]:leading-6">
          <QuietLink href={`/responses/${slug}`}>
            <Foreign lang={language}>{text}</Foreign>
          </QuietLink>
        </span>
        {claim && (
          <span className="ml-auto shrink-0 whitespace-nowrap text-sm [&_a]:inline-block [&_a]:leading-6">
            <QuietLink
              href={`/claims/${claim.slug}`}
              aria-label={`${words(`answer.${claim.answer}`)}: ${claim.proposition}`}
              title={claim.proposition}
            >
              {t(`doesToClaim.${claim.answer}`)}
            </QuietLink>
          </span>
        )}
      </p>
    </li>
  );
}

/** Their own words where the reader reads that language; else the desk's account of them. */
function lineOf(
  { quote, quoteLanguage, summary }: Pick<LatestResponse, "quote" | "quoteLanguage" | "summary">,
  locale: Locale,
) {
  return quote && quoteLanguage?.startsWith(locale)
    ? { text: `“${quote}”`, language: quoteLanguage }
    : { text: summary, language: null };
}
