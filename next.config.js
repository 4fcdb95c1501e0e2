/** @type {import("next").NextConfig} */
export default {
  reactCompiler: true,
  poweredByHeader: false,
  reactStrictMode: true,
  devIndicators: false,
  experimental: { authInterrupts: true },
  serverExternalPackages: ["@node-rs/argon2", "postgres", "rate-limiter-flexible"],
};
