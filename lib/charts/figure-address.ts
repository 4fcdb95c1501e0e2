/** An address at which only this machine answers. */
const isOfThisMachine = (origin: string) => /^(?:localhost|127\.|0\.0\.0\.0|\[::1\])/.test(new URL(origin).hostname);

/**
 * Where a figure that left the site is found again: at the site's public name, the first of these that other machines
 * know. Null when none does.
 */
export function publicOrigin(...origins: readonly (string | undefined)[]): string | null {
  return origins.find((origin) => origin && URL.canParse(origin) && !isOfThisMachine(origin)) ?? null;
}
