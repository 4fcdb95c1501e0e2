import type { ReactNode } from "react";
import { useLocaleCode, useTranslations } from "#translations";
import type { StationFile } from "@/db/access/stations/station-file";
import { countryName } from "@/lib/records/country";
import { AnswerCard } from "./answer-card";
import { ClaimCard } from "./claim-card";
import { Contested } from "./contested";
import { Gap } from "./gap";

const AT_FIRST = 4;

type Props = { file: StationFile; country: string; today: string };

/** The two columns: left what is claimed and on what, right what was answered; the station's own first, its country's apart. */
export function StationClaimsBesideAnswers({ file, country, today }: Props) {
  const t = useTranslations("station");
  const locale = useLocaleCode();
  const place = { country: countryName(country, locale) };
  const claims = (own: boolean) =>
    file.claims
      .filter(({ scope }) => (scope === "station") === own)
      .map((claim) => <ClaimCard key={claim.id} claim={claim} responses={file.responses} today={today} />);
  const answers = (own: boolean) =>
    file.responses
      .filter(({ isLinked }) => isLinked === own)
      .map((response) => <AnswerCard key={response.id} response={response} />);
  const ofCountry = answers(false);
  return (
    <section aria-labelledby="beside" className="flex flex-col gap-4">
      <div>
        <h2 id="beside">{t("besideTitle")}</h2>
        <p className="measure text-sm text-muted">{t("besideLead")}</p>
      </div>
      <div className="grid gap-x-10 gap-y-6 lg:grid-cols-2 lg:grid-rows-[auto_1fr]">
        <Side title={`${t("claimSide")}: ${t("claimsHere")}`} cards={claims(true)} none={t("claimsNone")} />
        <Side
          title={`${t("answerSide")}: ${t("answersHere")}`}
          cards={answers(true)}
          none={<Gap requests={file.requests} today={today} />}
          after={ofCountry.length === 0 && t("answersNoneCountry")}
        />
        <Side
          title={`${t("claimSide")}: ${t("claimsCountry", place)}`}
          cards={claims(false)}
          none={t("claimsCountryNone")}
          more={(count) => t("moreClaims", { count })}
        />
        {ofCountry.length > 0 && (
          <Side
            title={`${t("answerSide")}: ${t("answersCountry", place)}`}
            cards={ofCountry}
            more={(count) => t("moreAnswers", { count })}
          />
        )}
      </div>
      <Contested disputes={file.disputes} />
    </section>
  );
}

type SideProps = {
  title: string;
  cards: readonly ReactNode[];
  /** In place of the cards when there are none. */
  none?: ReactNode;
  /** Under the cards, when the cell below has nothing to show: this side then runs on beside it. */
  after?: ReactNode;
  /** Says how many more there are; without it all are shown at once. */
  more?: (count: number) => string;
};

function Side({ title, cards, none, after, more }: SideProps) {
  const first = more ? AT_FIRST : cards.length;
  const rest = cards.slice(first);
  return (
    <div className={`min-w-0 ${after ? "lg:row-span-2" : ""}`}>
      <h3 className="mb-1">{title}</h3>
      {cards.length === 0 && <div className="border-t border-rule py-3 text-sm text-muted">{none}</div>}
      {cards.slice(0, first)}
      {rest.length > 0 && more && (
        <details className="border-t border-rule">
          <summary className="py-2 text-sm text-accent">{more(rest.length)}</summary>
          {rest}
        </details>
      )}
      {after && <p className="border-t border-rule py-3 text-sm text-muted">{after}</p>}
    </div>
  );
}
