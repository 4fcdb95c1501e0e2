/** The newsroom's own map style; null: the product's. `db/environment` has held it against its rule at the start. */
export const mapStyleUrl = (): string | null => process.env.MAP_STYLE_URL || null;

/** The one origin besides our own that a map may ask for its style, tiles, glyphs and sprites. */
export function mapOrigin(): string | null {
  const url = mapStyleUrl();
  return url !== null && URL.canParse(url) ? new URL(url).origin : null;
}
