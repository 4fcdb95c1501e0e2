import { generateKeyPairSync, type KeyObject, sign, X509Certificate } from "node:crypto";

/** One value of DER (X.690): its tag, its length, and what it holds. */
function der(tag: number, ...parts: readonly Buffer[]): Buffer {
  const content = Buffer.concat(parts);
  const length = content.length;
  const bytes = length < 0x80 ? [length] : length < 0x100 ? [0x81, length] : [0x82, length >> 8, length & 0xff];
  return Buffer.concat([Buffer.from([tag, ...bytes]), content]);
}
const sequence = (...parts: readonly Buffer[]) => der(0x30, ...parts);
const oid = (hex: string) => der(0x06, Buffer.from(hex, "hex"));
const text = (tag: number, value: string) => der(tag, Buffer.from(value));
const ECDSA_SHA256 = sequence(oid("2a8648ce3d040302"));
const nameOf = (name: string) => sequence(der(0x31, sequence(oid("550403"), text(0x0c, name))));
const TRUE = der(0x01, Buffer.from([0xff]));
/** Of a root, that it may vouch for others; of a server, its address. */
const IS_ROOT = sequence(oid("551d13"), TRUE, der(0x04, sequence(TRUE)));
const OWN_ADDRESS = sequence(oid("551d11"), der(0x04, sequence(der(0x87, Buffer.from([127, 0, 0, 1])))));

type Named = { readonly name: string; readonly keys: { publicKey: KeyObject; privateKey: KeyObject } };
const named = (name: string): Named => ({ name, keys: generateKeyPairSync("ec", { namedCurve: "P-256" }) });

function certificate(subject: Named, issuer: Named, serial: number, extension: Buffer): X509Certificate {
  const body = sequence(
    der(0xa0, der(0x02, Buffer.from([2]))),
    der(0x02, Buffer.from([serial])),
    ECDSA_SHA256,
    nameOf(issuer.name),
    sequence(text(0x17, "200101000000Z"), text(0x17, "490101000000Z")),
    nameOf(subject.name),
    subject.keys.publicKey.export({ type: "spki", format: "der" }),
    der(0xa3, sequence(extension)),
  );
  const signature = der(0x03, Buffer.from([0]), sign("sha256", body, issuer.keys.privateKey));
  return new X509Certificate(sequence(body, ECDSA_SHA256, signature));
}

/** A root that nobody knows, and under it the certificate of a server at 127.0.0.1, with its key as PEM. */
export function makeCertificates() {
  const [root, server] = [named("Test root"), named("Test server")];
  return {
    root: certificate(root, root, 1, IS_ROOT),
    server: certificate(server, root, 2, OWN_ADDRESS),
    key: server.keys.privateKey.export({ type: "pkcs8", format: "pem" }) as string,
  };
}
