import type { ReactNode } from "react";
import { useLocaleCode, useTranslations } from "#translations";
import { DeskText } from "@/components/ui/desk-text";
import { QuietLink } from "@/components/ui/link";
import { Badge } from "@/components/ui/marks";
import { Quote } from "@/components/ui/quote";
import { formatDay } from "@/lib/dates/format-date";
import { type FuzzyDate, formatFuzzyDate } from "@/lib/dates/fuzzy-date";
import type { Answer, ResponseKind } from "@/lib/records/response";

type BesideAnswer = {
  readonly slug: string;
  readonly answer: Answer;
  readonly kind: ResponseKind;
  readonly authority: { readonly slug: string; readonly name: string } | null;
  readonly officialRole: string | null;
  readonly given: FuzzyDate | null;
  readonly summary: string;
  readonly quote: string | null;
  readonly quoteLanguage: string | null;
  readonly quoteTranslation: string | null;
};

/** Days are ISO. */
type BesideRequest = {
  readonly slug: string;
  readonly respondent: { readonly name: string } | null;
  readonly sentOn: string;
  readonly dueOn: string;
  readonly isAnswered: boolean;
  readonly isOverdue: boolean;
};

type Props = {
  /** The left column: the claim with its claimant and evidence. */
  claim: ReactNode;
  answers: readonly BesideAnswer[];
  requests?: readonly BesideRequest[];
  /** Of the two columns' headings. */
  level?: 2 | 3;
};

/** Left the claim, right what authorities answered to it and what they leave unanswered; a silence is a dated gap. */
export function ClaimBesideAnswer({ claim, answers, requests = [], level = 2 }: Props) {
  const t = useTranslations("claim");
  const Heading = `h${level}` as const;
  const open = requests.filter(({ isAnswered }) => !isAnswered);
  return (
    <div className="grid gap-x-10 gap-y-8 lg:grid-cols-2">
      <section className="flex min-w-0 flex-col gap-3">
        <Heading>{t("claimSide")}</Heading>
        {claim}
      </section>
      <section className="flex min-w-0 flex-col gap-4 lg:border-l lg:border-rule lg:pl-10">
        <Heading>{t("answersTitle")}</Heading>
        {answers.map((answer) => (
          <AnswerBlock key={answer.slug} answer={answer} />
        ))}
        {answers.length === 0 && (
          <div className="border border-dashed border-rule-strong p-4">
            <p>{t("answersNone")}</p>
            {requests.length === 0 && <p className="text-muted">{t("answersNotAsked")}</p>}
          </div>
        )}
        {open.map((request) => (
          <Gap key={request.slug} request={request} />
        ))}
      </section>
    </div>
  );
}

/** One answer: what it does to the claim, by whom and when, and its words. */
function AnswerBlock({ answer }: { answer: BesideAnswer }) {
  const t = useTranslations("response");
  const locale = useLocaleCode();
  const { authority, officialRole, given } = answer;
  const by = [officialRole, authority?.name].filter(Boolean).join(", ");
  return (
    <article
      className={`flex flex-col gap-2 ${answer.answer === "leaves_unanswered" ? "border-l-4 border-dashed border-rule-strong pl-4" : ""}`}
    >
      <p className="flex flex-wrap items-center gap-2 text-sm">
        <strong>{t(`answer.${answer.answer}`)}</strong>
        <Badge>{t(`kind.${answer.kind}`)}</Badge>
      </p>
      <p>
        <QuietLink href={`/responses/${answer.slug}`}>
          <DeskText>{answer.summary}</DeskText>
        </QuietLink>
      </p>
      {answer.quote && (
        <Quote original={answer.quote} language={answer.quoteLanguage} translation={answer.quoteTranslation} />
      )}
      <p className="text-sm text-muted">
        {by && `${by}, `}
        {formatFuzzyDate(given, locale)}
      </p>
    </article>
  );
}

function Gap({ request }: { request: BesideRequest }) {
  const t = useTranslations("claim");
  const common = useTranslations("common");
  const locale = useLocaleCode();
  const day = (iso: string) => formatDay(iso, locale, "long");
  const values = {
    name: request.respondent?.name ?? common("unknown"),
    sent: day(request.sentOn),
    due: day(request.dueOn),
  };
  return (
    <p className="border border-dashed border-caution p-4">
      {t(request.isOverdue ? "askedOverdue" : "asked", values)}
    </p>
  );
}
