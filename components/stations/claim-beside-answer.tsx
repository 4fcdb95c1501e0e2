import type { ReactNode } from "react";
import { useLocaleCode, useTranslations } from "#translations";
import type { StationFile } from "@/db/access/stations/station-file";
import type { StationPart } from "@/lib/filters/record-parts";
import { type StationEvidenceView, stationPlace } from "@/lib/filters/station-evidence-filter";
import { countryName } from "@/lib/records/country";
import { AnswerCard } from "./answer-card";
import { AnsweredLine, ClaimCard } from "./claim-card";
import { Contested } from "./contested";
import { Gap } from "./gap";
import { StationPartRest } from "./station-part-rest";

const AT_FIRST = 1;

type Props = {
  station: { readonly slug: string; readonly country: string };
  file: StationFile;
  view: StationEvidenceView;
  today: string;
  /** The way to link an answer to a claim, for whoever may. */
  mayLink: boolean;
};

/** Each claim in a row with what was answered to it; the station's own first, its country's folded, then answers that are linked to no claim. */
export function StationClaimsBesideAnswers({ station, file, view, today, mayLink }: Props) {
  const t = useTranslations("station");
  const locale = useLocaleCode();
  const place = { country: countryName(station.country, locale) };
  // Of what stands on another page of a part nothing is said here, least of all that there is none.
  const isWhole = (part: StationPart) => file.parts[part].items.length === file.parts[part].total;
  const goesOn = stationPlace(view)?.after ? stationPlace(view)?.part : null;
  const placed = placeAnswers(file);
  const rows = (own: boolean) =>
    file.claims
      .filter(({ scope }) => (scope === "station") === own)
      .map((claim) => (
        <Pair key={claim.id} claim={<ClaimCard claim={claim} />}>
          {(placed.get(claim.id) ?? []).map((response) => (
            <AnswerCard key={response.id} response={response} besides={claim.id} />
          ))}
          <AnsweredLine claim={claim} file={file} placed={placed.get(claim.id) ?? []} today={today} />
        </Pair>
      ));
  const [own, ofCountry] = [rows(true), rows(false)];
  const unlinked = file.responses.filter(({ id }) => !placed.ids.has(id));
  const noneHere = goesOn !== "responses" && !file.responses.some(({ isLinked }) => isLinked);
  return (
    <section aria-labelledby="beside" className="flex flex-col gap-2 sm:gap-3">
      <div className="flex flex-wrap items-baseline gap-x-4">
        <h2 id="beside" className="scroll-mt-12">
          {t("besideTitle")}
        </h2>
        <p className="text-sm text-muted max-sm:sr-only">{t("besideLead")}</p>
      </div>
      <Rows
        title={t("claimsHereTitle")}
        rows={own}
        none={goesOn !== "claims" && t("claimsNone")}
        after={noneHere && <Gap requests={file.requests} today={today} isWhole={isWhole("requests")} />}
      />
      <Rows
        title={t("claimsCountryTitle", place)}
        rows={ofCountry}
        none={isWhole("claims") && t("claimsCountryNone")}
        more={(count) => t("moreClaims", { count })}
      />
      <StationPartRest slug={station.slug} view={view} file={file} part="claims" />
      <Unlinked responses={unlinked} mayLink={mayLink} />
      <StationPartRest slug={station.slug} view={view} file={file} part="responses" />
      <Contested disputes={file.disputes} />
      <StationPartRest slug={station.slug} view={view} file={file} part="disputes" />
    </section>
  );
}

type Response = StationFile["responses"][number];

/** By claim, the answers that are drawn in its row: each stands once, with the first claim that it answers. */
function placeAnswers({ claims, responses }: StationFile): Map<string, Response[]> & { ids: Set<string> } {
  const ids = new Set<string>();
  const placed = new Map<string, Response[]>();
  for (const claim of [...claims].sort(
    (one, other) => Number(other.scope === "station") - Number(one.scope === "station"),
  )) {
    const own = responses.filter(
      ({ id, answers }) => !ids.has(id) && answers.some(({ claimId }) => claimId === claim.id),
    );
    for (const { id } of own) ids.add(id);
    placed.set(claim.id, own);
  }
  return Object.assign(placed, { ids });
}

function Pair({ claim, children }: { claim: ReactNode; children: ReactNode }) {
  return (
    <div className="grid gap-x-8 border-t border-rule py-2 sm:py-3 md:grid-cols-2">
      <div className="min-w-0">{claim}</div>
      <div className="min-w-0 md:border-l md:border-rule md:pl-8">{children}</div>
    </div>
  );
}

type RowsProps = {
  title: string;
  rows: readonly ReactNode[];
  /** In place of the rows when there are none. */
  none: ReactNode;
  after?: ReactNode;
  /** Says how many more there are; without it all are shown at once. */
  more?: (count: number) => string;
};

function Rows({ title, rows, none, after, more }: RowsProps) {
  const first = more ? AT_FIRST : rows.length;
  const rest = rows.slice(first);
  return (
    <div>
      <h3 className="mb-1 text-base">{title}</h3>
      {rows.length === 0 && none && <p className="border-t border-rule py-2 text-sm text-muted">{none}</p>}
      {rows.slice(0, first)}
      {rest.length > 0 && more && (
        <details className="border-t border-rule">
          <summary className="py-2 text-sm text-accent">{more(rest.length)}</summary>
          {rest}
        </details>
      )}
      {after && <div className="py-2 text-sm">{after}</div>}
    </div>
  );
}

/** Said once for all of them, with the way to link each. */
function Unlinked({ responses, mayLink }: { responses: readonly Response[]; mayLink: boolean }) {
  const t = useTranslations("station");
  if (responses.length === 0) return null;
  const cards = responses.map((response) => (
    <AnswerCard
      key={response.id}
      response={response}
      linkHref={mayLink ? `/responses/${response.slug}/edit#f-answers` : null}
    />
  ));
  const rest = cards.slice(2);
  return (
    <div>
      <h3 className="text-base">{t("answersUnlinked")}</h3>
      <p className="text-sm text-muted max-sm:sr-only">{t("answersNothing")}</p>
      <div className="mt-1 grid gap-x-8 gap-y-2 border-t border-rule py-3 md:grid-cols-2">{cards.slice(0, 2)}</div>
      {rest.length > 0 && (
        <details className="border-t border-rule">
          <summary className="py-2 text-sm text-accent">{t("moreUnlinked", { count: rest.length })}</summary>
          <div className="grid gap-x-8 gap-y-2 md:grid-cols-2">{rest}</div>
        </details>
      )}
    </div>
  );
}
