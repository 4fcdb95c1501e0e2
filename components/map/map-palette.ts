/** The colours of the page's theme, as a canvas takes them. */
export type Palette = Record<(typeof NAMES)[number], string>;
const NAMES = ["paper", "sunken", "ink", "accent", "data-1", "data-rest", "rule-strong"] as const;

/** Reads the colours as they are drawn now: the theme's tokens depend on the reader and on the device. */
export function readPalette(at: Element): Palette {
  const probe = document.createElement("span");
  probe.hidden = true;
  at.append(probe);
  const colours = NAMES.map((name) => {
    probe.style.color = `var(--${name})`;
    return [name, getComputedStyle(probe).color] as const;
  });
  probe.remove();
  return Object.fromEntries(colours) as Palette;
}

/** Calls when the theme may have changed; gives back what ends that. */
export function watchTheme(changed: () => void): () => void {
  const device = matchMedia("(prefers-color-scheme: dark)");
  const watcher = new MutationObserver(changed);
  watcher.observe(document.documentElement, { attributes: true, attributeFilter: ["data-theme"] });
  device.addEventListener("change", changed);
  return () => {
    watcher.disconnect();
    device.removeEventListener("change", changed);
  };
}

const TILE = 16;

/** A tile of the pattern of a coverage, at twice its size: stripes for what nobody examined, dots for none found. */
export function patternTile(kind: "hatch" | "dots", palette: Palette): ImageData | null {
  const canvas = document.createElement("canvas");
  canvas.width = TILE;
  canvas.height = TILE;
  const context = canvas.getContext("2d");
  if (!context) return null;
  if (kind === "dots") {
    context.fillStyle = palette.ink;
    for (const [x, y] of [
      [4, 4],
      [12, 12],
    ] as const) {
      context.beginPath();
      context.arc(x, y, 2, 0, 2 * Math.PI);
      context.fill();
    }
  } else {
    context.strokeStyle = palette["data-rest"];
    context.lineWidth = 2.4;
    for (const shift of [-TILE, 0, TILE]) {
      context.beginPath();
      context.moveTo(shift - 2, TILE + 2);
      context.lineTo(shift + TILE + 2, -2);
      context.stroke();
    }
  }
  return context.getImageData(0, 0, TILE, TILE);
}
