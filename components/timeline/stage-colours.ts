import { LANES, type Lane } from "@/lib/timeline/timeline-lane";
import { COLOURS } from "./timeline-entry";

const TOKENS = ["ink", "muted", "paper", "raised", "rule", "rule-strong", "accent", "accent-soft"] as const;

export type StageColours = Record<(typeof TOKENS)[number] | Lane | "notes", string> & { font: string };

/** The theme's colours as a canvas takes them: `var()` and `light-dark()` mean nothing to it. */
export function stageColours(host: HTMLElement): StageColours {
  const probe = document.createElement("span");
  probe.hidden = true;
  host.append(probe);
  const resolve = (colour: string) => {
    probe.style.color = colour;
    return getComputedStyle(probe).color;
  };
  const named = Object.fromEntries([
    ...TOKENS.map((token) => [token, resolve(`var(--${token})`)]),
    ...LANES.map((lane) => [lane, resolve(COLOURS[lane])]),
    ["notes", resolve("var(--ink)")],
  ]) as Omit<StageColours, "font">;
  const font = getComputedStyle(host).fontFamily;
  probe.remove();
  return { ...named, font };
}

/** Calls back when the theme changes, by choice or with the device. */
export function onTheme(change: () => void): () => void {
  const device = matchMedia("(prefers-color-scheme: dark)");
  device.addEventListener("change", change);
  const chosen = new MutationObserver(change);
  chosen.observe(document.documentElement, { attributes: true, attributeFilter: ["data-theme", "class"] });
  return () => {
    device.removeEventListener("change", change);
    chosen.disconnect();
  };
}
