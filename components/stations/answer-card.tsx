import { useLocaleCode, useTranslations } from "#translations";
import { ButtonLink } from "@/components/ui/button";
import { DeskText } from "@/components/ui/desk-text";
import { Link } from "@/components/ui/link";
import { Badge, StateBadge } from "@/components/ui/marks";
import { Quote } from "@/components/ui/quote";
import type { StationFile } from "@/db/access/stations/station-file";
import { formatFuzzyDate } from "@/lib/dates/fuzzy-date";
import { isPublic } from "@/lib/records/editorial";

type Answer = StationFile["responses"][number];

type Props = {
  response: Answer;
  /** The id of the claim whose row it stands in. */
  besides?: string;
  /** Where it can be linked to a claim. */
  linkHref?: string | null;
};

/** An official response: who, in which office, when; the words first in their own language; what it does to which claims. */
export function AnswerCard({ response, besides, linkHref = null }: Props) {
  const t = useTranslations("response");
  const station = useTranslations("station");
  const locale = useLocaleCode();
  const { authority } = response;
  const does = response.answers.find(({ claimId }) => claimId === besides);
  const official = [response.officialName, response.officialRole].filter(Boolean).join(", ");
  return (
    <article id={response.slug} className="mb-2 scroll-mt-12 target:bg-accent-soft">
      <h4 className="mb-1 py-0.5 font-serif text-base font-semibold">
        <Link href={`/responses/${response.slug}`}>{t(`kind.${response.kind}`)}</Link>
        {linkHref && (
          <span className="ml-4 font-sans text-sm">
            <ButtonLink href={linkHref}>{station("linkAnswer")}</ButtonLink>
          </span>
        )}
        {does && (
          <>
            {" "}
            <Badge>{t(`answer.${does.answer}`)}</Badge>
          </>
        )}
      </h4>
      <p className="text-sm">
        {official && `${official}, `}
        {authority && <Link href={`/organizations/${authority.slug}`}>{authority.name}</Link>} ·{" "}
        {formatFuzzyDate(response.given, locale)}
      </p>
      {!isPublic(response.state) && (
        <p className="mt-1">
          <StateBadge state={response.state} />
        </p>
      )}
      {response.quote && (
        <div className="mt-1">
          <Quote
            original={response.quote}
            language={response.quoteLanguage}
            translation={response.quoteTranslation}
          />
        </div>
      )}
      <p className="measure mt-1 text-sm">
        <DeskText>{response.summary}</DeskText>
      </p>
      <Answers answers={response.answers.filter(({ claimId }) => claimId !== besides)} />
    </article>
  );
}

function Answers({ answers }: { answers: Answer["answers"] }) {
  const t = useTranslations("station");
  const response = useTranslations("response");
  if (answers.length === 0) return null;
  return (
    <ul className="mt-1 text-sm" aria-label={t("answersWhich")}>
      {answers.map(({ claimId, claim, proposition, answer }) => (
        <li key={claimId} className="py-0.5">
          <Badge>{response(`answer.${answer}`)}</Badge>{" "}
          <Link href={`/claims/${claim}`}>
            <DeskText>{proposition}</DeskText>
          </Link>
        </li>
      ))}
    </ul>
  );
}
