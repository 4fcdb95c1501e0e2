import { FetchRefused } from "./allowed-address";

/** Whether this installation lets its server ask for pages of others. */
export const mayFetch = (): boolean => process.env.FETCH_PAGES === "on";

/** Hosts of its own net that it may ask nonetheless. */
export const allowedHosts = (): readonly string[] =>
  (process.env.FETCH_ALLOWED ?? "").split(",").flatMap((entry) => entry.trim().toLowerCase() || []);

/** @throws FetchRefused off */
export function requireFetching(): void {
  if (!mayFetch()) throw new FetchRefused("off");
}

/** `off`: no page is opened in a browser. `unsandboxed`: it may be one that the system does not keep apart. */
export const browserSetting = (): string => process.env.CAPTURE_BROWSER ?? "";

/** Whether the page of each new item is preserved, also when nobody asks. */
export const preservesNew = (): boolean => mayFetch() && process.env.PRESERVE_NEW === "on";
