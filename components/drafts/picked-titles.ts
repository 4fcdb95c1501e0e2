const titles = new Map<string, string>();

/** Notes what records are called that were picked before their page was left. */
export function rememberTitles(known: Readonly<Record<string, string>>): void {
  for (const [slug, title] of Object.entries(known)) titles.set(slug, title);
}

export const rememberedTitle = (slug: string): string | undefined => titles.get(slug);
