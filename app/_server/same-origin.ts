import { isOwnOrigin, ownHosts } from "./front/own-hosts";

/** Whether a write may come from where it says: asked of the API's own handlers too, which may be called without the front. */
export function isSameOrigin(headers: Headers): boolean {
  const hosts = ownHosts(process.env.NEXTAUTH_URL ?? "", process.env.SITE_HOSTS ?? "");
  return isOwnOrigin(hosts, headers.get("origin") ?? undefined, headers.get("sec-fetch-site") ?? undefined);
}
