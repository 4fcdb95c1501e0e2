import { type ClaimDates, formatClaimDates } from "../dates/claim-dates";
import { formatFuzzyDate } from "../dates/fuzzy-date";
import type { Locale } from "../text/locale";
import { getTranslations } from "../text/translations";
import { getFormatter } from "../text/translator";

/** What a letter is made of: a request, with the names of what it is about. */
type LetterRequest = {
  readonly subject: string | null;
  readonly respondent: { readonly name: string } | null;
  readonly questions: string;
  readonly sentOn: string | null;
  /** The last day on which an answer is in time. */
  readonly dueOn: string | null;
  readonly today: string;
  readonly askedBy: string | null;
  readonly stations: readonly { readonly name: string }[];
  readonly claims: readonly ({
    readonly proposition: string;
    readonly claimants: readonly { readonly name: string }[];
  } & ClaimDates)[];
};

export type Letter = ReturnType<typeof letterOf>;

/** The letter in its own language, part by part; its date is the day of sending, or today while it is not sent. */
export function letterOf(request: LetterRequest, locale: Locale) {
  const t = getTranslations(locale, "letter");
  const list = getFormatter(locale).list;
  const day = (iso: string) => formatFuzzyDate({ edtf: iso, from: iso, to: iso }, locale);
  const { claims, stations, dueOn } = request;
  return {
    date: day(request.sentOn ?? request.today),
    subject: request.subject ?? t("noSubject"),
    opening: t("opening", { name: request.respondent?.name ?? "…" }),
    intro: [
      t("intro"),
      ...(stations.length > 0 ? [t("introStations", { stations: list(stations.map(({ name }) => name)) })] : []),
    ],
    claimsTitle: t("claimsTitle"),
    claims: claims.map(({ proposition, claimants, ...dates }) =>
      t("claim", {
        proposition: proposition.replace(/\.$/, ""),
        claimants: claimants.length > 0 ? list(claimants.map(({ name }) => name)) : t("claimantUnknown"),
        date: formatClaimDates(dates, locale),
      }),
    ),
    questionsTitle: t("questionsTitle"),
    questions: request.questions,
    ending: dueOn ? [t("deadline", { date: day(dueOn) }), t("silence")] : [t("deadlineNone")],
    closing: t("closing"),
    sender: request.askedBy ?? "",
  };
}

/** The letter as plain text, a paragraph a line. */
export function letterText(letter: Letter): string {
  const claims = letter.claims.map((claim, index) => `${index + 1}. ${claim}`);
  const parts = [
    letter.date,
    letter.subject,
    letter.opening,
    ...letter.intro,
    ...(claims.length > 0 ? [[letter.claimsTitle, ...claims].join("\n")] : []),
    [letter.questionsTitle, letter.questions].join("\n"),
    ...letter.ending,
    [letter.closing, letter.sender].join("\n"),
  ];
  return `${parts.join("\n\n")}\n`;
}
