/** Once, before the server answers. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const { allowJsonCompression } = await import("@/app/_server/compressed-json");
  allowJsonCompression();
  const { noteClientAddresses } = await import("@/app/_server/client-address");
  noteClientAddresses();
}
