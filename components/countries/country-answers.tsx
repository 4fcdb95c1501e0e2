import { useLocaleCode, useTranslations } from "#translations";
import { DeskText } from "@/components/ui/desk-text";
import { Link } from "@/components/ui/link";
import { Quote } from "@/components/ui/quote";
import type { CountryFile, CountryResponse } from "@/db/access/countries/country-file";
import { formatFuzzyDate } from "@/lib/dates/fuzzy-date";
import { responseFilter } from "@/lib/filters/response-filter";
import { countryName } from "@/lib/records/country";

/** Of each side the latest answers are drawn. */
const DRAWN = 10;

/** What the country's own authorities answered, and what others answered about it; a missing answer is shown as a gap. */
export function CountryAnswers({ file }: { file: CountryFile }) {
  const t = useTranslations("country");
  const locale = useLocaleCode();
  const country = countryName(file.country, locale);
  const own = file.responses.filter(({ authority }) => authority?.country === file.country);
  const others = file.responses.filter(({ authority }) => authority?.country !== file.country);
  const ofCountry = { any: [file.country], without: [] };
  const { absent } = responseFilter;
  const ownHref = responseFilter.href("/responses", { ...absent, government: ofCountry });
  const othersHref = responseFilter.href("/responses", {
    ...absent,
    about: ofCountry,
    government: { any: [], without: [file.country] },
  });
  return (
    <div className="grid gap-x-10 gap-y-6 md:grid-cols-2">
      <section aria-labelledby="host">
        <h3 id="host">{t("hostTitle", { country })}</h3>
        {own.length > 0 ? (
          <AnswerList answers={own} allHref={ownHref} />
        ) : (
          <p className="measure mt-2 border-2 border-dashed border-caution bg-caution-soft p-4">
            {t("hostNone", { country })}
          </p>
        )}
      </section>
      <section aria-labelledby="others">
        <h3 id="others">{t("othersTitle", { country })}</h3>
        {others.length > 0 ? (
          <AnswerList answers={others} allHref={othersHref} />
        ) : (
          <p className="mt-2 text-muted">{t("othersNone", { country })}</p>
        )}
      </section>
    </div>
  );
}

function AnswerList({ answers, allHref }: { answers: readonly CountryResponse[]; allHref: string }) {
  const t = useTranslations("country");
  return (
    <>
      <ol className="answer-list">
        {answers.slice(0, DRAWN).map((answer) => (
          <OneAnswer key={answer.slug} answer={answer} />
        ))}
      </ol>
      {answers.length > DRAWN && (
        <p className="mt-3 text-sm">
          <Link href={allHref}>{t("allAnswers", { count: answers.length })}</Link>
        </p>
      )}
    </>
  );
}

function OneAnswer({ answer }: { answer: CountryResponse }) {
  const t = useTranslations("country");
  const response = useTranslations("response");
  const locale = useLocaleCode();
  const { officialName: name, officialRole: role, authority } = answer;
  const official = name && role ? t("official", { name, role }) : (name ?? role);
  return (
    <li>
      <p>
        <strong>
          <Link href={`/responses/${answer.slug}`}>{response(`kind.${answer.kind}`)}</Link>
        </strong>
        , {formatFuzzyDate(answer.given, locale)}
      </p>
      <p>
        {authority && <Link href={`/organizations/${authority.slug}`}>{authority.name}</Link>}
        {official && ` · ${official}`}
      </p>
      <p>
        <DeskText>{answer.summary}</DeskText>
      </p>
      {answer.quote && (
        <Quote original={answer.quote} language={answer.quoteLanguage} translation={answer.quoteTranslation} />
      )}
    </li>
  );
}
