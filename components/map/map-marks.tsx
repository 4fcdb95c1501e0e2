"use client";

import type { Map as GlMap } from "maplibre-gl";
import { useLayoutEffect, useRef } from "react";
import { useTranslations } from "#translations";
import { type PointCluster, pointsNear, wholeWithin } from "@/lib/map/geo-cluster";
import type { MapSpot } from "@/lib/map/map-spots";
import { statusGlyph } from "@/lib/records/status";

export type MapMark = PointCluster<MapSpot & { readonly id: string; readonly x: number; readonly y: number }>;
/** Pixels between two marks, and those that a mark takes: a finger's target at least. */
const BETWEEN = 2;
const LEAST = 24;
const MOST = 34;
const TILE = 512;
/** Stations that a mark's sentence names. */
const NAMED = 12;

const worldOf = (zoom: number) => TILE * 2 ** zoom;
const mercatorX = (longitude: number) => (longitude + 180) / 360;
/** Where the map ends: it has no poles. */
const MOST_LATITUDE = 85.05;
const mercatorY = (latitude: number) =>
  0.5 - Math.log(Math.tan(Math.PI / 4 + (clamp(latitude) * Math.PI) / 360)) / (2 * Math.PI);
const clamp = (latitude: number) => Math.max(-MOST_LATITUDE, Math.min(MOST_LATITUDE, latitude));

/** Places that would overlap at this zoom are one mark. */
export function marksAt(spots: readonly MapSpot[], zoom: number): MapMark[] {
  const size = worldOf(zoom);
  return pointsNear(
    spots.map((spot) => ({
      ...spot,
      id: spot.stations[0]?.slug ?? "",
      x: mercatorX(spot.longitude) * size,
      y: mercatorY(spot.latitude) * size,
    })),
    (count) => (sizeOf(count) + BETWEEN) / 2,
  );
}

const sizeOf = (count: number) => Math.min(MOST, LEAST + 2 * (Math.sqrt(count) - 1));
export const markStations = ({ points }: MapMark) => points.flatMap(({ stations }) => stations);

/** The part of the map that is seen, in the pixels of the whole world at its zoom. */
type SeenPart = {
  readonly zoom: number;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
};

export function seenPart(map: GlMap): SeenPart {
  const { clientWidth: width, clientHeight: height } = map.getContainer();
  const [zoom, { lng, lat }] = [map.getZoom(), map.getCenter()];
  return { zoom, x: mercatorX(lng) * worldOf(zoom), y: mercatorY(lat) * worldOf(zoom), width, height };
}

/** Marks that are seen, or come into view by moving the map as far as it is wide or high. */
export function marksAround(marks: readonly MapMark[], { zoom, x, y, width, height }: SeenPart): readonly MapMark[] {
  const world = worldOf(zoom);
  return marks.filter((mark) => {
    const across = Math.abs(mark.x - x) % world;
    return Math.min(across, world - across) <= 1.5 * width && Math.abs(mark.y - y) <= 1.5 * height;
  });
}

type Props = {
  map: GlMap;
  marks: readonly MapMark[];
  zoom: number;
  chosen: string | null;
  choose: (mark: MapMark) => void;
};

/** The stations over the map as buttons, which stay at their places while it moves; each opens the list of its stations. */
export function MapMarks({ map, marks, zoom, chosen, choose }: Props) {
  const t = useTranslations("map");
  const namesOf = (mark: MapMark) => {
    const named = markStations(mark).slice(0, NAMED);
    const rest = mark.count > named.length ? ` ${t("more", { count: mark.count - named.length })}` : "";
    return named.map(({ name }) => name).join(", ") + rest;
  };
  const list = useRef<HTMLUListElement>(null);

  // Before they are drawn: else they lie on one heap in the corner for a moment.
  useLayoutEffect(() => {
    const placeMarks = () => {
      const { clientWidth, clientHeight } = map.getContainer();
      const centre = map.getCenter().lng;
      const size = worldOf(zoom);
      const at = marks.map((mark) => {
        const longitude = (mark.x / size) * 360 - 180;
        const turn = Math.round((centre - longitude) / 360) * 360;
        const latitude = (Math.atan(Math.exp((0.5 - mark.y / size) * 2 * Math.PI)) * 360) / Math.PI - 90;
        return { ...map.project([longitude + turn, latitude]), size: sizeOf(mark.count) };
      });
      wholeWithin(at, { width: clientWidth, height: clientHeight }).forEach((point, index) => {
        const item = list.current?.children[index] as HTMLElement | undefined;
        if (!item) return;
        item.hidden = point === null;
        if (point) item.style.transform = `translate(${point.x}px, ${point.y}px)`;
      });
    };
    placeMarks();
    map.on("move", placeMarks);
    map.on("resize", placeMarks);
    return () => {
      map.off("move", placeMarks);
      map.off("resize", placeMarks);
    };
  }, [map, marks, zoom]);

  return (
    <ul ref={list} aria-label={t("marks")} className="pointer-events-none absolute inset-0 overflow-hidden">
      {marks.map((mark) => {
        const [first] = markStations(mark);
        const { count } = mark;
        if (!first) return null;
        const isOne = count === 1;
        const width = sizeOf(count);
        return (
          <li key={first.slug} className="absolute top-0 left-0">
            <button
              type="button"
              aria-label={t("cluster", {
                count,
                names: namesOf(mark),
              })}
              aria-expanded={chosen === first.slug}
              onClick={() => choose(mark)}
              style={{ width, height: width }}
              className={`pointer-events-auto -translate-x-1/2 -translate-y-1/2 cursor-pointer rounded-full border text-xs leading-none ${isOne ? "border-ink bg-paper text-base font-bold text-ink" : "border-paper bg-ink font-semibold text-paper"}`}
            >
              {isOne ? statusGlyph(first.status) : count}
            </button>
          </li>
        );
      })}
    </ul>
  );
}
