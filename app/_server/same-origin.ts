/**
 * Whether a write may come from where it says. A browser always sends Sec-Fetch-Site or Origin with a write; a program
 * that sends neither carries nobody's cookies by accident.
 */
export function isSameOrigin(headers: Headers): boolean {
  const site = headers.get("sec-fetch-site");
  if (site && site !== "same-origin" && site !== "none") return false;
  const origin = headers.get("origin");
  if (!origin) return true;
  const asking = hostOf(origin);
  return asking !== undefined && [headers.get("host"), hostOf(process.env.NEXTAUTH_URL ?? "")].includes(asking);
}

function hostOf(address: string): string | undefined {
  return URL.canParse(address) ? new URL(address).host : undefined;
}
