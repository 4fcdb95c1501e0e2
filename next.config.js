/** @type {import("next").NextConfig} */
export default {
  reactCompiler: true,
  poweredByHeader: false,
  reactStrictMode: true,
  devIndicators: false,
  // A page of an error names no icon, and the browser asks for this one.
  rewrites: async () => [{ source: "/favicon.ico", destination: "/icon.svg" }],
  experimental: { authInterrupts: true },
  serverExternalPackages: ["@node-rs/argon2", "postgres", "rate-limiter-flexible"],
};
