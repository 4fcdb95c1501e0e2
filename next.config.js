const HEADERS = {
  "X-Content-Type-Options": "nosniff",
  "X-Frame-Options": "DENY",
  "Referrer-Policy": "same-origin",
  "Cross-Origin-Opener-Policy": "same-origin",
  "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
  "X-Robots-Tag": "noindex, nofollow",
};
/** Of what is no page: nothing in it runs. A figure's SVG has its styles and fonts in it. */
const POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; img-src 'self' data:; font-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

const listed = (headers) => Object.entries(headers).map(([key, value]) => ({ key, value }));

/** @type {import("next").NextConfig} */
export default {
  poweredByHeader: false,
  reactStrictMode: true,
  devIndicators: false,
  // A page of an error names no icon, and the browser asks for this one.
  rewrites: async () => [{ source: "/favicon.ico", destination: "/icon.svg" }],
  headers: async () => [
    { source: "/:path*", headers: listed(HEADERS) },
    // A file says itself what may run in it.
    { source: "/api/v1/:path((?!files/|comments/files/).*)", headers: listed({ "Content-Security-Policy": POLICY }) },
  ],
  // The words' own parser is small, and use-intl's is not (lib/text/format-message.ts).
  turbopack: { resolveAlias: { "use-intl/format-message": "./lib/text/format-message.ts" } },
  // npm test reads the types; whoever starts the site need not wait for it.
  typescript: { ignoreBuildErrors: true },
  experimental: {
    authInterrupts: true,
    // Each page is loaded when it is first asked for: all of them at once hold the first one up, and stay in memory.
    preloadEntriesOnStart: false,
    // Of a build nobody reads them: Node.js looks for them under npm run dev alone.
    turbopackSourceMaps: process.env.NODE_ENV !== "production",
    // A version is built once, and what the next build could take from it costs a quarter of this one.
    turbopackFileSystemCacheForBuild: false,
    // A server that stays loads each page once, however long its names are, and its log names functions as the sources do.
    turbopackMinify: { server: false, client: true },
  },
  serverExternalPackages: ["@node-rs/argon2", "postgres", "rate-limiter-flexible"],
};
