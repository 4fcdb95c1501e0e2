/** Of what is no page: nothing in it runs. A figure's SVG has its styles and fonts in it. */
const POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; img-src 'self' data:; font-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

const ALWAYS = {
  "X-Content-Type-Options": "nosniff",
  "X-Frame-Options": "DENY",
  "Referrer-Policy": "same-origin",
  "Cross-Origin-Opener-Policy": "same-origin",
  "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
  "X-Robots-Tag": "noindex, nofollow",
  // A page replaces it by its own, in proxy.ts.
  "Content-Security-Policy": POLICY,
} as const;

/** What every answer carries, whoever writes it. @param address NEXTAUTH_URL */
export const securityHeaders = (address: string): Readonly<Record<string, string>> =>
  address.startsWith("https://")
    ? { ...ALWAYS, "Strict-Transport-Security": "max-age=31536000; includeSubDomains" }
    : ALWAYS;
