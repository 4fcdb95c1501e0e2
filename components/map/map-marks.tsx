"use client";

import type { Map as GlMap } from "maplibre-gl";
import { useLayoutEffect, useRef } from "react";
import { useTranslations } from "#translations";
import type { MapSpot } from "@/db/access/map/map";
import { type PointCluster, pointsNear, wholeWithin } from "@/lib/map/geo-cluster";
import { statusGlyph } from "@/lib/records/status";

export type MapMark = PointCluster<MapSpot & { readonly id: string; readonly x: number; readonly y: number }>;
/** Pixels between two marks, and those that a mark takes: a finger's target at least. */
const BETWEEN = 2;
const LEAST = 24;
const MOST = 34;
const TILE = 512;

const worldOf = (zoom: number) => TILE * 2 ** zoom;
const mercatorX = (longitude: number) => (longitude + 180) / 360;
const mercatorY = (latitude: number) =>
  0.5 - Math.log(Math.tan(Math.PI / 4 + (latitude * Math.PI) / 360)) / (2 * Math.PI);

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
    (a, b) => (sizeOf(a) + sizeOf(b)) / 2 + BETWEEN,
  );
}

export const countMarkStations = ({ points }: MapMark) => points.reduce((sum, { count }) => sum + count, 0);
const sizeOf = (mark: MapMark) => Math.min(MOST, LEAST + 2 * (Math.sqrt(countMarkStations(mark)) - 1));
export const markStations = ({ points }: MapMark) => points.flatMap(({ stations }) => stations);

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
        return { ...map.project([longitude + turn, latitude]), size: sizeOf(mark) };
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
        const count = countMarkStations(mark);
        if (!first) return null;
        const isOne = count === 1;
        const width = sizeOf(mark);
        return (
          <li key={first.slug} className="absolute top-0 left-0">
            <button
              type="button"
              aria-label={t("cluster", {
                count,
                names: markStations(mark)
                  .map(({ name }) => name)
                  .join(", "),
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
