"use client";

import type { Map as GlMap } from "maplibre-gl";
import { type MouseEvent, useEffect, useRef, useState } from "react";
import { useTranslations } from "#translations";
import { QuietLink } from "@/components/ui/link";
import type { MapSpot } from "@/db/access/map/map";
import { boxAround, hrefInBox } from "@/lib/map/cluster-box";
import { countMarkStations, type MapMark, MapMarks, markStations, marksAt } from "./map-marks";
import { MapPanel } from "./map-panel";
import { StationLinks } from "./station-links";

/** The map's sentence about the country under the pointer. */
export type CountryNote = { readonly code: string; readonly name: string; readonly description: string };

type Props = {
  map: GlMap;
  spots: readonly MapSpot[];
  countries: readonly CountryNote[];
  listHref: string;
};
type Chosen = { readonly mark: MapMark } | { readonly country: CountryNote };

const BUTTON = "size-9 cursor-pointer border border-rule-strong bg-raised text-lg leading-none";
const CLOSE_UP = 3;

/** What lies over the map: its buttons, the stations, and in words what was pointed at. */
export function MapOverlay({ map, spots, countries, listHref }: Props) {
  const t = useTranslations("map");
  const [zoom, setZoom] = useState(() => map.getZoom());
  const [chosen, choose] = useState<Chosen | null>(null);
  const opener = useRef<Element | null>(null);
  const marks = marksAt(spots, zoom);

  useEffect(() => {
    const settle = () => setZoom(map.getZoom());
    map.on("zoomend", settle);
    return () => void map.off("zoomend", settle);
  }, [map]);

  useEffect(() => {
    const point = (event: { point: { x: number; y: number } }) => {
      const [land] = map.queryRenderedFeatures([event.point.x, event.point.y], {
        layers: ["reported", "none-found", "not-examined"],
      });
      const country = countries.find(({ code }) => code === land?.properties.code);
      opener.current = map.getCanvas();
      choose(country ? { country } : null);
    };
    map.on("click", point);
    return () => void map.off("click", point);
  }, [map, countries]);

  const pick = (next: Chosen) => {
    opener.current = document.activeElement;
    choose(next);
  };
  const close = () => {
    choose(null);
    if (opener.current instanceof HTMLElement && opener.current.isConnected) opener.current.focus();
    else map.getCanvas().focus();
  };
  const hrefNear = ({ points }: MapMark) => {
    const box = boxAround(points, spots);
    return box && hrefInBox(listHref, box);
  };
  const closeUp = ({ points }: MapMark, event: MouseEvent) => {
    const longitude = points.reduce((sum, spot) => sum + spot.longitude, 0) / points.length;
    const latitude = points.reduce((sum, spot) => sum + spot.latitude, 0) / points.length;
    choose(null);
    map.easeTo(
      { center: [longitude, latitude], zoom: map.getZoom() + CLOSE_UP },
      { originalEvent: event.nativeEvent },
    );
    map.getCanvas().focus({ preventScroll: true });
  };

  return (
    <>
      <MapMarks
        map={map}
        marks={marks}
        zoom={zoom}
        chosen={chosen && "mark" in chosen ? (markStations(chosen.mark)[0]?.slug ?? null) : null}
        choose={(mark) => pick({ mark })}
      />
      <div className="absolute top-2 right-2 flex flex-col">
        <button
          type="button"
          className={BUTTON}
          aria-label={t("zoomIn")}
          onClick={(event) => map.zoomIn({}, { originalEvent: event.nativeEvent })}
        >
          +
        </button>
        <button
          type="button"
          className={BUTTON}
          aria-label={t("zoomOut")}
          onClick={(event) => map.zoomOut({}, { originalEvent: event.nativeEvent })}
        >
          −
        </button>
        <button
          type="button"
          className={BUTTON}
          aria-label={t("wholeWorld")}
          onClick={(event) =>
            map.easeTo({ center: [5, 25], zoom: map.getMinZoom() }, { originalEvent: event.nativeEvent })
          }
        >
          ⌂
        </button>
      </div>
      {chosen && "mark" in chosen && (
        <MapPanel title={t("here")} close={close}>
          <StationLinks
            stations={markStations(chosen.mark)}
            count={countMarkStations(chosen.mark)}
            href={hrefNear(chosen.mark)}
          />
          <button
            type="button"
            className="cursor-pointer self-start text-accent underline"
            onClick={(event) => closeUp(chosen.mark, event)}
          >
            {t("zoomHere")}
          </button>
        </MapPanel>
      )}
      {chosen && "country" in chosen && (
        <MapPanel title={chosen.country.name} close={close}>
          <p>{chosen.country.description}</p>
          <QuietLink href={`/countries/${chosen.country.code.toLowerCase()}`}>{t("countryPage")}</QuietLink>
        </MapPanel>
      )}
    </>
  );
}
