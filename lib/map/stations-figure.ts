import type { FigureData, FigureRevision } from "../charts/figure";
import { recordsBehind } from "../charts/records-behind";
import { dashboardFilter } from "../filters/dashboard-filter";
import { describeDashboardFilter, describeFacet, describeStationFacets } from "../filters/describe-filter";
import type { GeoBox } from "../filters/filter-field";
import type { StationView } from "../filters/station-filter";
import { countryName } from "../records/country";
import type { LocationPrecision } from "../records/station";
import { type StationStatus, statusGlyph } from "../records/status";
import type { Locale } from "../text/locale";
import { roundTo } from "../text/round-to";
import { getTranslations } from "../text/translations";
import { getFormatter } from "../text/translator";
import { boxesAmong } from "./cluster-box";
import { mapCredits } from "./coverage-groups";
import { type Coordinates, MAP, projectToMap, publicCoordinates, type ViewBox, viewBoxOf } from "./geo";
import { type IdentifiedPoint, type PointCluster, pointsNear } from "./geo-cluster";

type Station = Coordinates & {
  readonly slug: string;
  readonly name: string;
  readonly country: string;
  readonly status: StationStatus;
  readonly precision: LocationPrecision;
};
/** A list of stations: those that have a place, and how many there are with and without one. */
type Listed = {
  readonly points: readonly Station[];
  readonly total: number;
  readonly operators: readonly { readonly value: string; readonly label: string | null }[];
};
type Context = {
  readonly locale: Locale;
  readonly seesDrafts: boolean;
  readonly now: Date;
  readonly head: FigureRevision | null;
  /** Rows of the table that are made, the first; all when absent. */
  readonly rows?: number;
};

/** The map of a list of stations, in words and as a table of those that have a place. */
export function buildStationsFigure(
  { points, total, operators }: Listed,
  view: StationView,
  { locale, seesDrafts, now, head, rows = Number.POSITIVE_INFINITY }: Context,
): FigureData {
  const t = getTranslations(locale, "map");
  const tStatus = getTranslations(locale, "status");
  const station = getTranslations(locale, "station");
  const { to, country, records, box } = view;
  const operatorName = (slug: string) => operators.find(({ value }) => value === slug)?.label ?? slug;
  return {
    title: t("world"),
    finding: stationsHeadline(points, total, locale),
    definition: t("worldDefinition"),
    filter: describeDashboardFilter({ ...dashboardFilter.absent, to, country, records, box }, seesDrafts, locale, [
      view.q ? station("text", { text: view.q }) : null,
      ...describeStationFacets(view, locale),
      describeFacet(station("facet.operator"), view.operator, operatorName, locale),
      describeFacet(
        station("facet.state"),
        view.state,
        (state) => getTranslations(locale, "common")(`state.${state}`),
        locale,
      ),
    ]),
    ...mapCredits(locale),
    asOf: now.toISOString(),
    revision: head,
    table: {
      columns: [
        { key: "station", header: station("column.name") },
        { key: "country", header: station("column.country") },
        { key: "status", header: station("column.status") },
        { key: "latitude", header: t("latitude"), numeric: true },
        { key: "longitude", header: t("longitude"), numeric: true },
        { key: "precision", header: t("precision") },
      ],
      total: points.length,
      rows: points.slice(0, rows).map(({ slug, name, country: code, status, precision, ...at }) => {
        const { latitude, longitude } = publicCoordinates(at, precision);
        return {
          key: slug,
          cells: [
            { value: name, href: `/stations/${slug}` },
            { value: countryName(code, locale), href: `/countries/${code.toLowerCase()}` },
            { value: status, text: tStatus(`label.${status}`) },
            { value: latitude, text: degrees(latitude, locale) },
            { value: longitude, text: degrees(longitude, locale) },
            { value: precision, text: station(`precision.${precision}`) },
          ],
        };
      }),
    },
  };
}

const degrees = (value: number, locale: Locale) => getFormatter(locale).number(value, { maximumFractionDigits: 4 });

/** How many have a place and how many have none, and the country that has the most, where one has. */
function stationsHeadline(points: readonly Station[], total: number, locale: Locale): string {
  const t = getTranslations(locale, "map");
  const missing = total - points.length;
  const counts = new Map<string, number>();
  for (const { country } of points) counts.set(country, (counts.get(country) ?? 0) + 1);
  const [most, second] = [...counts].sort(([, a], [, b]) => b - a);
  const leads = most && (second === undefined ? points.length === 1 : most[1] > second[1]);
  return [
    t("summary", { count: points.length }),
    leads ? t("findingMost", { total: points.length, country: countryName(most[0], locale), count: most[1] }) : "",
    missing > 0 ? t("missing", { count: missing }) : "",
  ]
    .filter((part) => part !== "")
    .join(" ");
}

type Marks = IdentifiedPoint & { readonly station: Station };
/** A mark of the map: its words, and the page or the list of exactly what it stands for; null: no list has just that. */
export type StationsMark = Pick<PointCluster, "x" | "y" | "radius"> & {
  readonly key: string;
  readonly count: number;
  readonly glyph: string;
  readonly description: string;
  readonly href: string | null;
};

export type StationsDrawing = {
  readonly box: ViewBox;
  readonly scale: number;
  readonly marks: readonly StationsMark[];
};

/** Radius of the mark of one station, in pixels of a map of its natural width. */
const UNIT = 4;
/** Stations that the sentence of a mark names, and of one that stands for more. */
const NAMED = 12;
const NAMED_OF_LARGE = 3;
/** Marks that a page draws at most of so few stations and of more, fewer the larger they are, and how much further apart the stations of one may lie each time that there are more. */
const FEW = 300;
const [MOST_OF_FEW, MOST_OF_MANY] = [100, 32];
const SPREAD = 1.5;
/** Of more than a few the largest mark is so many times as wide as that of one: an area as large as its number would hide the world. */
const WIDEST = 4.5;
/** How near two marks may come, as a share of the distance at which they touch. */
const MOST_OVERLAP = 0.8;

/**
 * The marks of a list's map, on as much of the world as holds them.
 * @param size of the marks: more than 1 for a map that is shown in less than its natural width
 */
export function drawStations(
  points: readonly Station[],
  view: StationView,
  locale: Locale,
  size = 1,
): StationsDrawing {
  const t = getTranslations(locale, "map");
  const tStatus = getTranslations(locale, "status");
  const placed = points.map((station): Marks => {
    return { id: station.slug, station, ...projectToMap(publicCoordinates(station, station.precision)) };
  });
  const box = viewBoxOf(placed, { margin: 40, least: 200 });
  const scale = (size * box.width) / MAP.width;
  const unit = UNIT * scale;
  const boxAround = boxesAmong(points);
  const [most, widest] = placed.length > FEW ? [MOST_OF_MANY, WIDEST] : [MOST_OF_FEW, Number.POSITIVE_INFINITY];
  const marks = groupsOf(placed, MOST_OVERLAP * unit, most / size, widest).flatMap(
    ({ points: members, x, y, radius }): StationsMark[] => {
      const [first] = members;
      if (!first) return [];
      const { slug, name, country, status } = first.station;
      const shared = { x, y, radius: roundTo(Math.min(radius, widest) * unit, 2), key: slug, count: members.length };
      if (members.length === 1) {
        const description = t("point", {
          name,
          country: countryName(country, locale),
          status: tStatus(`label.${status}`),
        });
        return [{ ...shared, glyph: statusGlyph(status), description, href: `/stations/${slug}` }];
      }
      const named = members
        .slice(0, members.length > NAMED ? NAMED_OF_LARGE : NAMED)
        .map(({ station }) => station.name);
      const rest = members.length - named.length;
      const names = [named.join(", "), ...(rest > 0 ? [t("more", { count: rest })] : [])].join(" ");
      const description = t("group", { count: members.length, names });
      return [
        {
          ...shared,
          glyph: getFormatter(locale).number(members.length),
          description,
          href: listOf(boxAround(members.map(({ station }) => station)), view),
        },
      ];
    },
  );
  return { box, scale, marks };
}

/** Marks that would overlap are one; where there are more than a page draws, those further apart too. */
function groupsOf(placed: readonly Marks[], reach: number, most: number, widest: number): PointCluster<Marks>[] {
  for (let spread = 1; ; spread *= SPREAD) {
    const groups = pointsNear(placed, (count) => Math.min(widest, roundTo(Math.sqrt(count), 2)) * reach * spread);
    if (groups.length <= most) return groups;
  }
}

/** The same list within a box. */
const listOf = (box: GeoBox | null, view: StationView): string | null =>
  box && recordsBehind("onFile", { ...view, from: undefined }, { ...view, box, after: undefined });
