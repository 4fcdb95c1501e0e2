"use client";

import type { Map as GlMap } from "maplibre-gl";
import { type MouseEvent, useEffect, useMemo, useRef, useState } from "react";
import { useLocaleCode, useTranslations } from "#translations";
import { QuietLink } from "@/components/ui/link";
import { boxesAmong, hrefInBox } from "@/lib/map/cluster-box";
import type { MapSpot } from "@/lib/map/map-spots";
import { countryName } from "@/lib/records/country";
import { COVERAGES, type CoverageState } from "@/lib/records/coverage";
import { type MapMark, MapMarks, markStations, marksAround, marksAt, seenPart } from "./map-marks";
import { MapPanel } from "./map-panel";
import { StationLinks } from "./station-links";

/** What the map says of the country under the pointer. */
export type CountriesKnown = {
  /** The countries of the view by what is known of them. */
  readonly groups: Record<CoverageState, readonly string[]>;
  /** Of those that have any in view. */
  readonly stationsIn: Readonly<Record<string, number>>;
  /** What is known, in the reader's words. */
  readonly coverage: Record<CoverageState, string>;
  /** Whether only a part of the map is counted. */
  readonly isPart: boolean;
};

type Props = CountriesKnown & {
  map: GlMap;
  spots: readonly MapSpot[];
  listHref: string;
};
type Chosen = { readonly mark: MapMark } | { readonly country: string };

const BUTTON = "size-9 cursor-pointer border border-rule-strong bg-raised text-lg leading-none";
const CLOSE_UP = 3;

/** What lies over the map: its buttons, the stations, and in words what was pointed at. */
export function MapOverlay({ map, spots, listHref, ...known }: Props) {
  const t = useTranslations("map");
  const [part, setPart] = useState(() => seenPart(map));
  const [chosen, choose] = useState<Chosen | null>(null);
  const opener = useRef<Element | null>(null);
  const { zoom } = part;
  const all = useMemo(() => marksAt(spots, zoom), [spots, zoom]);
  const marks = useMemo(() => marksAround(all, part), [all, part]);
  const { groups } = known;

  useEffect(() => {
    const settle = () => setPart(seenPart(map));
    map.on("moveend", settle);
    map.on("resize", settle);
    return () => {
      map.off("moveend", settle);
      map.off("resize", settle);
    };
  }, [map]);

  useEffect(() => {
    const point = (event: { point: { x: number; y: number } }) => {
      const [land] = map.queryRenderedFeatures([event.point.x, event.point.y], {
        layers: ["reported", "none-found", "not-examined"],
      });
      const code: unknown = land?.properties.code;
      const country = COVERAGES.flatMap((coverage) => groups[coverage]).find((one) => one === code);
      opener.current = map.getCanvas();
      choose(country ? { country } : null);
    };
    map.on("click", point);
    return () => void map.off("click", point);
  }, [map, groups]);

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
    const box = boxesAmong(spots)(points);
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
            count={chosen.mark.count}
            href={hrefNear(chosen.mark)}
            isList
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
      {chosen && "country" in chosen && <CountryPanel code={chosen.country} close={close} {...known} />}
    </>
  );
}

function CountryPanel({
  code,
  close,
  groups,
  stationsIn,
  coverage,
  isPart,
}: CountriesKnown & { code: string; close: () => void }) {
  const t = useTranslations("map");
  const name = countryName(code, useLocaleCode());
  const own = COVERAGES.find((one) => groups[one].includes(code)) ?? "not_examined";
  return (
    <MapPanel title={name} close={close}>
      <p>
        {t(isPart ? "countrySaysBox" : "countrySays", {
          country: name,
          coverage: coverage[own],
          count: stationsIn[code] ?? 0,
        })}
      </p>
      <QuietLink href={`/countries/${code.toLowerCase()}`}>{t("countryPage")}</QuietLink>
    </MapPanel>
  );
}
