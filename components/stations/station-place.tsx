import { useFormat, useTranslations } from "#translations";
import { LocatorMap } from "@/components/map/locator-map";
import { MapCredit } from "@/components/map/map-credit";
import type { Station } from "@/db/access/stations/stations";
import { publicCoordinates } from "@/lib/map/geo";
import { publishedPrecision } from "@/lib/records/location";
import type { Actor } from "@/lib/workflow/actor";
import { may } from "@/lib/workflow/policy";

/** Where the station was reported, no finer than the report is; the desk also sees how closely others are told. */
export function StationPlace({ actor, station }: { actor: Actor; station: Station }) {
  const t = useTranslations("station");
  const format = useFormat();
  const { name, latitude, longitude, locationPrecision: precision, localityNote, locationSource } = station;
  const isPlaced = latitude !== null && longitude !== null && precision !== null;
  const at = isPlaced ? publicCoordinates({ latitude, longitude }, precision) : null;
  const leaves = isPlaced && may(actor, "read drafts") ? publishedPrecision(station) : null;
  return (
    <section aria-labelledby="place" className="flex flex-col gap-2">
      <h2 id="place">{t("placeTitle")}</h2>
      {localityNote && <p className="measure">{localityNote}</p>}
      {isPlaced && at ? (
        <>
          <LocatorMap name={name} latitude={latitude} longitude={longitude} precision={precision} />
          <p className="text-sm tabular-nums">
            {t("coordinates", {
              latitude: format.number(at.latitude),
              longitude: format.number(at.longitude),
              precision: t(`precision.${precision}`),
            })}
          </p>
          <p className="measure text-sm text-muted">
            {t("placeSummary", { precision: t(`precision.${precision}`) })}{" "}
            {locationSource && t("coordinatesSource", { source: locationSource })}
          </p>
          {leaves && (
            <p className="measure text-sm">
              {t("placeLeaves", { known: t(`precision.${precision}`), leaves: t(`precision.${leaves}`) })}
            </p>
          )}
          <MapCredit />
        </>
      ) : (
        <p className="text-muted">{t(precision === "country" ? "placeCountry" : "placeNone")}</p>
      )}
    </section>
  );
}
