import { useFormat, useLocaleCode, useTranslations } from "#translations";
import { LocatorMap } from "@/components/map/locator-map";
import { MapCredit } from "@/components/map/map-credit";
import { DeskText } from "@/components/ui/desk-text";
import { Link } from "@/components/ui/link";
import type { StationFile } from "@/db/access/stations/station-file";
import type { Station } from "@/db/access/stations/stations";
import { formatFuzzyDate } from "@/lib/dates/fuzzy-date";
import { publicCoordinates } from "@/lib/map/geo";
import { publishedPrecision } from "@/lib/records/location";
import type { Actor } from "@/lib/workflow/actor";
import { may } from "@/lib/workflow/policy";
import { IndependentSources } from "./independent-sources";

type Props = { actor: Actor; station: Station; file: StationFile };

/** Beside the station's page: where it was reported, how much is claimed and answered, the newest answer, the sources. */
export function StationRail({ actor, station, file }: Props) {
  return (
    <>
      <Place actor={actor} station={station} />
      <NewestAnswer responses={file.responses} />
      <IndependentSources independent={file.independent} />
    </>
  );
}

/** No finer than the report is; the desk also sees how closely others are told. */
function Place({ actor, station }: { actor: Actor; station: Station }) {
  const t = useTranslations("station");
  const format = useFormat();
  const { name, latitude, longitude, locationPrecision: precision, localityNote, locationSource } = station;
  const isPlaced = latitude !== null && longitude !== null && precision !== null;
  const at = isPlaced ? publicCoordinates({ latitude, longitude }, precision) : null;
  const leaves = isPlaced && may(actor, "read drafts") ? publishedPrecision(station) : null;
  return (
    <section aria-labelledby="place" className="flex flex-col gap-1">
      <h2 id="place" className="text-base">
        {t("placeTitle")}
      </h2>
      {localityNote && <p>{localityNote}</p>}
      {isPlaced && at ? (
        <>
          <LocatorMap name={name} latitude={latitude} longitude={longitude} precision={precision} />
          <details>
            <summary className="text-xs text-muted">
              {t("coordinates", {
                latitude: format.number(at.latitude),
                longitude: format.number(at.longitude),
                precision: t(`precision.${precision}`),
              })}
            </summary>
            <p className="text-xs text-muted">
              {t("placeSummary", { precision: t(`precision.${precision}`) })}{" "}
              {locationSource && t("coordinatesSource", { source: locationSource })}
            </p>
            {leaves && (
              <p className="text-xs">
                {t("placeLeaves", { known: t(`precision.${precision}`), leaves: t(`precision.${leaves}`) })}
              </p>
            )}
            <MapCredit />
          </details>
        </>
      ) : (
        <p className="text-muted">{t(precision === "country" ? "placeCountry" : "placeNone")}</p>
      )}
    </section>
  );
}

function NewestAnswer({ responses }: Pick<StationFile, "responses">) {
  const t = useTranslations("station");
  const kinds = useTranslations("response");
  const locale = useLocaleCode();
  const [newest] = [...responses].sort((one, other) =>
    (one.given?.from ?? "") < (other.given?.from ?? "") ? 1 : -1,
  );
  if (!newest) return null;
  return (
    <section aria-labelledby="newest-answer" className="border-t border-rule pt-3">
      <h2 id="newest-answer" className="text-base">
        {t("newestAnswer")}
      </h2>
      <p className="text-muted">
        {kinds(`kind.${newest.kind}`)} · {newest.authority?.name} · {formatFuzzyDate(newest.given, locale)}
      </p>
      <p>
        <Link href={`/responses/${newest.slug}`}>
          <DeskText>{newest.summary}</DeskText>
        </Link>
      </p>
    </section>
  );
}
