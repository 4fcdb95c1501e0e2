"use client";

import type { Map as GlMap } from "maplibre-gl";
import { useRouter } from "next/navigation";
import { type RefObject, useEffect, useEffectEvent, useRef, useState } from "react";
import { useTranslations } from "#translations";
import type { GeoBox } from "@/lib/filters/filter-field";
import type { MapSpot } from "@/lib/map/map-spots";
import { boxOfArea } from "@/lib/map/map-view";
import type { CoverageState } from "@/lib/records/coverage";
import { readPalette, watchTheme } from "./map-palette";

const SETTLED = 400;
const written = (box: GeoBox | undefined) => (box ? [box.west, box.south, box.east, box.north].join(",") : "");

const hasWebGl = () => {
  try {
    return document.createElement("canvas").getContext("webgl2") !== null;
  } catch {
    return false;
  }
};

export type WorldMapOptions = {
  groups: Record<CoverageState, readonly string[]>;
  shades: readonly (readonly string[])[];
  /** Null: they are not there yet. */
  spots: readonly MapSpot[] | null;
  box: GeoBox | undefined;
  styleUrl: string | null;
};

/**
 * A map that moves, drawn into `holder` once it and the places are there: "off" where the browser draws no WebGL. Another
 * theme or other countries open another map; other places do not.
 */
export function useWorldMap({ groups, shades, spots, box, styleUrl }: WorldMapOptions) {
  const t = useTranslations("map");
  const holder = useRef<HTMLDivElement>(null);
  const [map, setMap] = useState<GlMap | null>(null);
  const [state, setState] = useState<"waiting" | "on" | "off">("waiting");
  const [theme, setTheme] = useState(0);
  const [isStyleMissed, missStyle] = useState(false);
  const seen = useRef(box);

  const open = useEffectEvent(async (container: HTMLElement) => {
    const { openWorldMap } = await import("./world-map");
    return openWorldMap({
      container,
      palette: readPalette(container),
      groups,
      shades,
      stationFeatures: spots ?? [],
      box: seen.current,
      styleUrl,
      locale: {
        "Map.Title": t("region"),
        "CooperativeGesturesHandler.WindowsHelpText": t("scrollHelp"),
        "CooperativeGesturesHandler.MacHelpText": t("scrollHelpMac"),
        "CooperativeGesturesHandler.MobileHelpText": t("touchHelp"),
      },
      missed: () => missStyle(true),
    });
  });

  useEffect(() => watchTheme(() => setTheme((count) => count + 1)), []);

  const drawn = JSON.stringify(groups);
  const isReady = spots !== null;
  // biome-ignore lint/correctness/useExhaustiveDependencies: another theme or other countries are another map
  useEffect(() => {
    const container = holder.current;
    if (!container || !hasWebGl()) return setState("off");
    if (!isReady) return;
    let opened: GlMap | null = null;
    let isGone = false;
    open(container).then(
      (made) => {
        if (isGone) return made.remove();
        opened = made;
        setMap(made);
        setState("on");
      },
      (error: unknown) => {
        console.warn(error);
        if (!isGone) setState("off");
      },
    );
    return () => {
      isGone = true;
      setMap(null);
      opened?.remove();
    };
  }, [theme, drawn, isReady]);

  const shaded = JSON.stringify(shades);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the same shades are another array with each answer
  useEffect(() => {
    if (map) import("./world-map").then(({ shadeCountries }) => map.style && shadeCountries(map, shades));
  }, [map, shaded]);

  // Other places under the same countries: the map stays where it is.
  useEffect(() => {
    if (!map || !spots) return;
    let isGone = false;
    import("./world-map").then(({ spotsOf }) => {
      const source = isGone ? undefined : map.getSource("spots");
      if (source && "setData" in source) (source.setData as (data: unknown) => void)(spotsOf(spots));
    });
    return () => {
      isGone = true;
    };
  }, [map, spots]);

  useMapAddress(map, box, seen);
  return { holder, map, state, isStyleMissed };
}

/** The address says what part of the map is seen, and the map goes where the address leads. */
function useMapAddress(map: GlMap | null, box: GeoBox | undefined, seen: RefObject<GeoBox | undefined>) {
  const router = useRouter();
  /** The box that the map shows: what the address says, or where somebody moved it. */
  const shown = useRef(written(box));
  // The address was changed by a link: the map goes there.
  useEffect(() => {
    if (!map || written(box) === shown.current) return;
    shown.current = written(box);
    seen.current = box;
    import("./world-map").then(({ showBox }) => showBox(map, box, true));
  }, [map, box, seen]);

  // Somebody moved the map: the address says where to, when it has come to rest.
  useEffect(() => {
    if (!map) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const moved = (event: { originalEvent?: unknown }) => {
      if (!event.originalEvent) return;
      const bounds = map.getBounds();
      const next = boxOfArea({
        west: bounds.getWest(),
        south: bounds.getSouth(),
        east: bounds.getEast(),
        north: bounds.getNorth(),
      });
      seen.current = next;
      shown.current = written(next);
      clearTimeout(timer);
      timer = setTimeout(() => {
        const address = new URL(location.href);
        address.searchParams.delete("box");
        if (next) address.searchParams.set("box", written(next));
        router.replace(address.pathname + address.search, { scroll: false });
      }, SETTLED);
    };
    map.on("moveend", moved);
    return () => {
      clearTimeout(timer);
      map.off("moveend", moved);
    };
  }, [map, router, seen]);
}
