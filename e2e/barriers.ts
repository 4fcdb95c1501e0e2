import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";

/**
 * What axe finds, a line each, so that a failure names the place: WCAG 2.2 A and AA and its best practices, or the rules
 * named. It runs in the page itself and keeps no list of all that passed: on a page of a thousand rows that is most of the time.
 */
export async function barriers(page: Page, only?: string[]): Promise<string[]> {
  const axe = new AxeBuilder({ page }).options({ resultTypes: ["violations"] }).setLegacyMode();
  const { violations } = await (only
    ? axe.withRules(only)
    : axe.withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"])
  ).analyze();
  return violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${page.url()} ${id}: ${target.join(" ")}`));
}
