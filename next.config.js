/** @type {import("next").NextConfig} */
export default {
  reactCompiler: true,
  poweredByHeader: false,
  reactStrictMode: true,
  devIndicators: false,
  // A page of an error names no icon, and the browser asks for this one.
  rewrites: async () => [{ source: "/favicon.ico", destination: "/icon.svg" }],
  // Set by npm test when it has checked the types of these very sources.
  typescript: { ignoreBuildErrors: process.env.WEDERHOOR_TYPES === "checked" },
  experimental: { authInterrupts: true },
  serverExternalPackages: ["@node-rs/argon2", "postgres", "rate-limiter-flexible"],
};
