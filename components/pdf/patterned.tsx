import { ClipPath, Defs, G, Path, Polygon, Svg, Text, View } from "@react-pdf/renderer";
import { type Pattern, TILE } from "@/lib/charts/patterns";
import { TONES } from "./styles";

type Point = readonly [x: number, y: number];
export type PdfShape = { readonly id: string; readonly points: readonly Point[]; readonly pattern: Pattern };

export const boxPath = (x: number, y: number, width: number, height: number): Point[] => [
  [x, y],
  [x + width, y],
  [x + width, y + height],
  [x, y + height],
];

const written = (points: readonly Point[]) => points.map(([x, y]) => `${x.toFixed(1)},${y.toFixed(1)}`).join(" ");

/** What `Patterned` refers to by name: first in its `Svg`. A PDF of this library has no patterns, but lines within a shape. */
export function Clips({ shapes }: { shapes: readonly PdfShape[] }) {
  return (
    <Defs>
      {shapes.map(({ id, points }) => (
        <ClipPath key={id} id={id}>
          <Polygon points={written(points)} />
        </ClipPath>
      ))}
    </Defs>
  );
}

/** A shape in the pattern that it has on the page. */
export function Patterned({ shape: { id, points, pattern } }: { shape: PdfShape }) {
  const { tone, stripes } = pattern;
  return (
    <G>
      <Polygon points={written(points)} fill={TONES[tone]} stroke="#ffffff" strokeWidth={0.5} />
      {stripes && (
        <G clipPath={`url(#${id})`}>
          <Path d={tiled(stripes, points)} stroke="#ffffff" strokeWidth={1.2} fill="none" />
        </G>
      )}
    </G>
  );
}

/** The stripes of a tile over all the tiles that a shape touches. */
function tiled(stripes: string, points: readonly Point[]): string {
  const range = (axis: 0 | 1) => {
    const along = points.map((point) => point[axis]);
    const [first, last] = [Math.floor(Math.min(...along) / TILE), Math.ceil(Math.max(...along) / TILE)];
    return Array.from({ length: last - first }, (_, index) => (first + index) * TILE);
  };
  return range(0)
    .flatMap((x) =>
      range(1).map((y) => stripes.replace(/M(-?\d+) (-?\d+)/g, (_, a, b) => `M${x + Number(a)} ${y + Number(b)}`)),
    )
    .join("");
}

/** What a pattern means. */
export function Key({ pattern, label }: { pattern: Pattern; label: string }) {
  const shape = { id: "swatch", points: boxPath(0, 0, 16, 8), pattern };
  return (
    <View style={{ flexDirection: "row", alignItems: "center", gap: 3 }}>
      <Svg width={16} height={8}>
        <Clips shapes={[shape]} />
        <Patterned shape={shape} />
      </Svg>
      <Text style={{ fontSize: 8 }}>{label}</Text>
    </View>
  );
}
