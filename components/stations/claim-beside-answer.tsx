import type { ReactNode } from "react";
import { useLocaleCode, useTranslations } from "#translations";
import type { StationFile } from "@/db/access/stations/station-file";
import type { StationPart } from "@/lib/filters/record-parts";
import { type StationEvidenceView, stationPlace } from "@/lib/filters/station-evidence-filter";
import { countryName } from "@/lib/records/country";
import { AnswerCard } from "./answer-card";
import { ClaimCard } from "./claim-card";
import { Contested } from "./contested";
import { Gap } from "./gap";
import { StationPartRest } from "./station-part-rest";

const AT_FIRST = 4;

type Props = {
  station: { readonly slug: string; readonly country: string };
  file: StationFile;
  view: StationEvidenceView;
  today: string;
};

/** The two columns: left what is claimed and on what, right what was answered; the station's own first, its country's apart. */
export function StationClaimsBesideAnswers({ station, file, view, today }: Props) {
  const t = useTranslations("station");
  return (
    <section aria-labelledby="beside" className="flex flex-col gap-4">
      <div>
        <h2 id="beside" className="scroll-mt-4">
          {t("besideTitle")}
        </h2>
        <p className="measure text-sm text-muted">{t("besideLead")}</p>
      </div>
      <div className="grid gap-x-10 gap-y-6 lg:grid-cols-2 lg:grid-rows-[auto_1fr]">
        <Sides station={station} file={file} view={view} today={today} />
      </div>
      <StationPartRest slug={station.slug} view={view} file={file} part="claims" />
      <StationPartRest slug={station.slug} view={view} file={file} part="responses" />
      <Contested disputes={file.disputes} />
      <StationPartRest slug={station.slug} view={view} file={file} part="disputes" />
    </section>
  );
}

function Sides({ station, file, view, today }: Props) {
  const t = useTranslations("station");
  const locale = useLocaleCode();
  const place = { country: countryName(station.country, locale) };
  const shown = new Set(file.responses.map(({ slug }) => slug));
  // Of what stands on another page of a part nothing is said here, least of all that there is none.
  const isWhole = (part: StationPart) => file.parts[part].items.length === file.parts[part].total;
  const claims = (own: boolean) =>
    file.claims
      .filter(({ scope }) => (scope === "station") === own)
      .map((claim) => <ClaimCard key={claim.id} claim={claim} responses={shown} today={today} />);
  const answers = (own: boolean) =>
    file.responses
      .filter(({ isLinked }) => isLinked === own)
      .map((response) => <AnswerCard key={response.id} response={response} />);
  const ofCountry = answers(false);
  const goesOn = stationPlace(view)?.after ? stationPlace(view)?.part : null;
  return (
    <>
      <Side
        title={`${t("claimSide")}: ${t("claimsHere")}`}
        cards={claims(true)}
        none={goesOn !== "claims" && t("claimsNone")}
      />
      <Side
        title={`${t("answerSide")}: ${t("answersHere")}`}
        cards={answers(true)}
        none={goesOn !== "responses" && <Gap requests={file.requests} today={today} isWhole={isWhole("requests")} />}
        after={ofCountry.length === 0 && isWhole("responses") && t("answersNoneCountry")}
      />
      <Side
        title={`${t("claimSide")}: ${t("claimsCountry", place)}`}
        cards={claims(false)}
        none={isWhole("claims") && t("claimsCountryNone")}
        more={(count) => t("moreClaims", { count })}
      />
      {ofCountry.length > 0 && (
        <Side
          title={`${t("answerSide")}: ${t("answersCountry", place)}`}
          cards={ofCountry}
          more={(count) => t("moreAnswers", { count })}
        />
      )}
    </>
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
      {cards.length === 0 && none && <div className="border-t border-rule py-3 text-sm text-muted">{none}</div>}
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
