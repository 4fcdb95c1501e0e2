/** Once, before the server answers. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const { allowJsonCompression, sendJsonWithItsHead } = await import("@/app/_server/compressed-json");
  allowJsonCompression();
  sendJsonWithItsHead();
  const { noteClientAddresses } = await import("@/app/_server/client-address");
  noteClientAddresses();
  const { closeOnSignal } = await import("@/app/_server/front/closing");
  closeOnSignal();
  const { putFront } = await import("@/app/_server/front/front");
  const { NEXTAUTH_URL = "", SITE_HOSTS = "", TRUSTED_PROXIES = "", REQUEST_LOG, METRICS_PORT } = process.env;
  putFront({
    address: NEXTAUTH_URL,
    hosts: SITE_HOSTS,
    proxies: TRUSTED_PROXIES,
    log: REQUEST_LOG,
    metricsPort: METRICS_PORT ? Number(METRICS_PORT) : undefined,
  });
}
