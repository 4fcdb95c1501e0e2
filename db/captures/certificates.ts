import { createHash, X509Certificate } from "node:crypto";
import type { Certificate } from "@/lib/records/capture";

/** What a certificate says of itself. Whether it held was asked when the connection was made. @param der as the server sent it */
export function readCertificate(der: Buffer): Certificate {
  const { subject, issuer, validFrom, validTo } = new X509Certificate(der);
  return {
    subject: onOneLine(subject),
    issuer: onOneLine(issuer),
    from: new Date(validFrom).toISOString(),
    to: new Date(validTo).toISOString(),
    fingerprint: createHash("sha256").update(der).digest("hex"),
  };
}

/** "CN=…\nO=…" as one reads it. */
const onOneLine = (name: string | undefined) => (name ?? "").split("\n").join(", ");
