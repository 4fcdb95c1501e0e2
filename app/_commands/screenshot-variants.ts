import { join } from "node:path";
import type { Page } from "@playwright/test";

/** The pages that are looked at as figures: also at the width of a tablet, on paper and with other eyes. */
export const FIGURE_PAGES = ["/charts", "/map", "/timeline", "/summary", "/"] as const;

const VARIANTS = ["protanopia", "deuteranopia", "tritanopia", "achromatopsia"] as const;

/** Charts draw after the page has loaded. */
export async function waitForRendering(page: Page): Promise<void> {
  await page.waitForLoadState("networkidle", { timeout: 5000 }).catch(() => undefined);
}

/** A page in the four simulations of colour blindness that Chromium has, and as it is printed. @returns how many */
export async function screenshotVariants(page: Page, folder: string, name: string): Promise<number> {
  await waitForRendering(page);
  const session = await page.context().newCDPSession(page);
  for (const type of VARIANTS) {
    await session.send("Emulation.setEmulatedVisionDeficiency", { type });
    await page.screenshot({ path: join(folder, `${name}.${type}.png`), fullPage: true });
  }
  await session.send("Emulation.setEmulatedVisionDeficiency", { type: "none" });
  await session.detach();
  await page.pdf({ path: join(folder, `${name}.print.pdf`), format: "A4" });
  return VARIANTS.length + 1;
}
