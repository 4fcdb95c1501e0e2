import { type MapView, mapFilter } from "../filters/map-filter";
import { countryName } from "../records/country";
import { statusGlyph } from "../records/status";
import type { Locale } from "../text/locale";
import { roundTo } from "../text/round-to";
import { getTranslations } from "../text/translations";
import { boxesAmong, leastBox } from "./cluster-box";
import { MAP, type Point, projectToMap, publicCoordinates, uncertaintyRadius, type ViewBox } from "./geo";
import { type PointCluster, pointsNear } from "./geo-cluster";
import { mapStationsHref } from "./map-figure";
import type { MapSpot, NamedStation } from "./map-spots";
import { viewBoxOfBox } from "./map-view";

/** A mark of the drawing: one station, or several whose places lie too near to draw apart. */
type DrawnMark = Point & {
  readonly radius: number;
  readonly count: number;
  readonly glyph: string;
  readonly description: string;
  /** The station, the list of exactly these, or what tells them apart. */
  readonly href: string;
};

/** What stands in the page about a mark of several. */
export type DrawnCluster = {
  /** Of the list in the page, which the mark leads to. */
  readonly anchor: string;
  readonly count: number;
  readonly stations: readonly NamedStation[];
  /** The list of exactly these, else the part of the map that they lie in. */
  readonly rest: { readonly href: string; readonly isList: boolean };
};

/** The areas in which places lie, as far as they are not drawn over. */
type Area = Point & { readonly radius: number };

/** The drawing of a view as numbers: all of its stations are in the marks, each in one. */
export type MapDrawing = {
  readonly box: ViewBox;
  readonly marks: readonly DrawnMark[];
  readonly areas: readonly Area[];
  /** Areas that are too many to draw, the smallest. */
  readonly areasLeft: number;
  readonly clusters: readonly DrawnCluster[];
  /** Marks of several that have no list in the page: each leads to its own. */
  readonly clustersLeft: number;
};

/** Marks, areas and names that a page draws at most: where there are more, marks stand for more stations each. */
const MOST_MARKS = 90;
const MOST_AREAS = 150;
/** How much further apart the places of one mark may lie, each time that there are too many. */
const SPREAD = 1.25;
/** Half of an area's line, in pixels of a map of its natural width. */
const EDGE = 0.25;
/** Stations that the page names where a mark stands for several: all of a dossier of no more than so many, else a few. */
const NAMED_OF_FEW = 150;
const NAMED_OF_MANY = 40;
const NAMED_AT_ONE = 24;
/** Stations that the sentence of a mark names, and of one that stands for more than its list would. */
const NAMED_IN_SENTENCE = 12;
const NAMED_OF_LARGE = 3;

const placed = (spot: MapSpot) => ({
  ...spot,
  id: spot.stations[0]?.slug ?? "",
  ...projectToMap(publicCoordinates(spot, spot.precision)),
});
type Cluster = PointCluster<ReturnType<typeof placed>>;

/** In pixels of a map of its natural width. */
const radiusOf = (count: number) => Math.min(14, 7 + Math.sqrt(count - 1));

const isIn = (box: ViewBox, { x, y }: Point) =>
  x >= box.x && x <= box.x + box.width && y >= box.y && y <= box.y + box.height;

/** A mark and what it stands for, as one point of a coarser drawing. */
type Grouped = Cluster & { readonly id: string };

/** Those that would overlap at this size are one; where more are seen than a page draws, those further apart too. */
function clustersOf(spots: readonly MapSpot[], box: ViewBox): Cluster[] {
  const scale = box.width / MAP.width;
  const reachOf = (spread: number) => (count: number) => radiusOf(count) * scale * spread;
  let clusters: Cluster[] = pointsNear(spots.map(placed), reachOf(1));
  for (let spread = SPREAD; clusters.filter((one) => isIn(box, one)).length > MOST_MARKS; spread *= SPREAD) {
    const grouped = clusters.map((one): Grouped => ({ ...one, id: one.points[0]?.id ?? "" }));
    clusters = pointsNear(grouped, reachOf(spread)).map(({ points, ...mark }) => ({
      ...mark,
      points: points.flatMap((one) => one.points),
    }));
  }
  return clusters.sort((a, b) => b.points.length - a.points.length);
}

const namesOf = ({ points }: Cluster): NamedStation[] => points.flatMap((spot) => spot.stations);

/** The drawing of the section that a view looks at. */
export function drawMap(spots: readonly MapSpot[], view: MapView, locale: Locale): MapDrawing {
  const box = viewBoxOfBox(view.box);
  const clusters = clustersOf(spots, box);
  const seen = clusters.filter((cluster) => isIn(box, cluster));
  const boxAround = boxesAmong(spots);
  const restOf = ({ points }: Cluster): DrawnCluster["rest"] => {
    const own = boxAround(points);
    if (own) return { href: mapStationsHref(view, { box: own }), isList: true };
    return { href: mapFilter.href("/map", view, { box: leastBox(points) }), isList: false };
  };
  const several = seen.filter(({ count }) => count > 1);
  const listed = new Map<Cluster, DrawnCluster>();
  const total = spots.reduce((sum, { count }) => sum + count, 0);
  const most = total <= NAMED_OF_FEW ? NAMED_OF_FEW : NAMED_OF_MANY;
  let named = 0;
  for (const cluster of several) {
    const stations = namesOf(cluster).slice(0, NAMED_AT_ONE);
    named += stations.length;
    if (named > most) break;
    const anchor = `stations-at-${stations[0]?.slug ?? ""}`;
    listed.set(cluster, { anchor, count: cluster.count, stations, rest: restOf(cluster) });
  }
  const hrefOf = (cluster: Cluster) => {
    if (cluster.count === 1) return `/stations/${namesOf(cluster)[0]?.slug ?? ""}`;
    const own = listed.get(cluster);
    return own ? `#${own.anchor}` : restOf(cluster).href;
  };
  const describeMark = markWords(locale);
  return {
    box,
    marks: seen.map((cluster) => ({
      x: cluster.x,
      y: cluster.y,
      radius: roundTo((radiusOf(cluster.count) * box.width) / MAP.width, 3),
      count: cluster.count,
      ...describeMark(cluster),
      href: hrefOf(cluster),
    })),
    ...areasOf(clusters, box),
    clusters: [...listed.values()],
    clustersLeft: several.length - listed.size,
  };
}

function markWords(locale: Locale) {
  const t = getTranslations(locale, "map");
  const statusWords = getTranslations(locale, "status");
  return (cluster: Cluster): Pick<DrawnMark, "glyph" | "description"> => {
    const { count } = cluster;
    const stations = namesOf(cluster);
    const [first] = stations;
    if (count === 1 && first) {
      const { name, country, status } = first;
      const words = { name, country: countryName(country, locale), status: statusWords(`label.${status}`) };
      return { glyph: statusGlyph(status), description: t("point", words) };
    }
    const named = stations.slice(0, count > NAMED_AT_ONE ? NAMED_OF_LARGE : NAMED_IN_SENTENCE);
    const rest = count > named.length ? ` ${t("more", { count: count - named.length })}` : "";
    const names = named.map(({ name }) => name).join(", ") + rest;
    return { glyph: String(count), description: t("group", { count, names }) };
  };
}

/** The areas that are in the section and not under their own mark, the largest first. */
function areasOf(clusters: readonly Cluster[], box: ViewBox): Pick<MapDrawing, "areas" | "areasLeft"> {
  const scale = box.width / MAP.width;
  const reachesIn = ({ x, y, radius }: Area) =>
    isIn(
      { x: box.x - radius, y: box.y - radius, width: box.width + 2 * radius, height: box.height + 2 * radius },
      { x, y },
    );
  const open = clusters.flatMap((cluster) => {
    const mark = isIn(box, cluster) ? radiusOf(cluster.count) * scale : 0;
    return cluster.points
      .map(({ x, y, precision }) => ({ x, y, radius: uncertaintyRadius(precision, 0) }))
      .filter(
        (area) =>
          reachesIn(area) && Math.hypot(area.x - cluster.x, area.y - cluster.y) + area.radius + EDGE * scale > mark,
      );
  });
  const areas = open.sort((a, b) => b.radius - a.radius).slice(0, MOST_AREAS);
  return { areas, areasLeft: open.length - areas.length };
}
