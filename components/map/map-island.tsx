"use client";

import "maplibre-gl/dist/maplibre-gl.css";
import type { ReactNode } from "react";
import { useTranslations } from "#translations";
import { type CountriesKnown, MapOverlay } from "./map-overlay";
import { useMapSpots } from "./use-map-spots";
import { useWorldMap, type WorldMapOptions } from "./use-world-map";

type Props = Omit<WorldMapOptions, "spots"> &
  CountriesKnown & {
    /** Where the places of the view come from, whatever part of the map is looked at. */
    dataUrl: string;
    /** The list of stations with the view's facets; a box can be added to its query. */
    listHref: string;
    /** The drawing that the server made; it stays below for print and for files, and alone where there is no WebGL. */
    children: ReactNode;
  };

/** The map that can be moved, over the drawn one: where it is moved to stands in the address, which the lists follow. */
export function MapIsland({ box, styleUrl, dataUrl, listHref, shades, children, ...known }: Props) {
  const t = useTranslations("map");
  const { spots, isMissed } = useMapSpots(dataUrl);
  const { holder, map, state, isStyleMissed } = useWorldMap({ groups: known.groups, shades, spots, box, styleUrl });
  return (
    <>
      <div className="relative grid min-h-[17rem] items-center bg-sunken sm:min-h-[22rem] xl:min-h-[35rem] print:block print:min-h-0">
        <div inert={state === "on"}>{children}</div>
        <div
          data-undrawn=""
          className={`absolute inset-0 border border-rule print:hidden ${state === "on" ? "" : "invisible"}`}
        >
          <div ref={holder} className="size-full" />
          {map && spots && <MapOverlay map={map} spots={spots} listHref={listHref} {...known} />}
        </div>
      </div>
      <p role="status" className="text-xs text-muted print:hidden">
        {state === "off" && t("noWebgl")}
        {isMissed && t("placesMissed")}
        {isStyleMissed && t("wrongStyle")}
      </p>
    </>
  );
}
