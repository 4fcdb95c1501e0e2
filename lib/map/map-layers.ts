import type { CoverageState } from "../records/coverage";
import { COUNTRY_SHADES } from "./country-shades";

type Colours = { readonly [name in "paper" | "ink" | "accent" | "data-1" | "rule-strong"]: string };

/** Zoom from which a precision circle's radius is counted, and to which: each level doubles it. */
const DEEPEST = 16;

/** The filter that leaves these countries of a layer. */
export const namedCountries = (codes: readonly string[]) => ["in", ["get", "code"], ["literal", [...codes]]];

export const shadeLayer = ({ least }: (typeof COUNTRY_SHADES)[number]) => `reported-${least}`;

/**
 * The layers of the map that can be moved, in MapLibre's style language: each country filled by what is known of it (a shade,
 * dots in an outline, stripes), borders whole and broken, and a circle of its precision for each place.
 * @param isOver whether they lie over a newsroom's own style: then they let it through
 */
export function mapLayers(
  { groups, shades }: { groups: Record<CoverageState, readonly string[]>; shades: readonly (readonly string[])[] },
  colours: Colours,
  isOver: boolean,
) {
  const opacity = isOver ? 0.55 : 1;
  const fill = (id: string, codes: readonly string[], paint: object) => ({
    id,
    type: "fill",
    source: "countries",
    filter: namedCountries(codes),
    paint,
  });
  const base = { id: "land", type: "fill", source: "countries", paint: { "fill-color": colours.paper } };
  const found = groups.examined_none_found;
  return [
    ...(isOver ? [] : [base]),
    fill("not-examined", groups.not_examined, { "fill-pattern": "hatch", "fill-opacity": opacity }),
    ...(isOver ? [] : [fill("none-found-ground", found, { "fill-color": colours.paper })]),
    fill("none-found", found, { "fill-pattern": "dots", "fill-opacity": opacity }),
    ...COUNTRY_SHADES.map((shade, step) =>
      fill(shadeLayer(shade), shades[step] ?? [], {
        "fill-color": colours["data-1"],
        "fill-opacity": opacity * shade.opacity,
      }),
    ),
    line("borders", { "line-color": colours.paper, "line-width": 0.8 }),
    line("disputed", { "line-color": colours.paper, "line-width": 0.9, "line-dasharray": [3, 2] }),
    line("coasts", { "line-color": colours["rule-strong"], "line-width": 0.6 }),
    {
      id: "none-found-line",
      type: "line",
      source: "countries",
      filter: namedCountries(found),
      paint: { "line-color": colours.ink, "line-width": 1.2 },
    },
    {
      id: "precision",
      type: "circle",
      source: "spots",
      paint: {
        "circle-radius": [
          "interpolate",
          ["exponential", 2],
          ["zoom"],
          0,
          ["get", "radius"],
          DEEPEST,
          ["*", ["get", "radius"], 2 ** DEEPEST],
        ],
        "circle-color": colours.accent,
        "circle-opacity": 0.2,
        "circle-stroke-color": colours.paper,
        "circle-stroke-width": 1,
      },
    },
  ];
}

const line = (id: string, paint: object) => ({ id, type: "line", source: id, paint });
