import { createHash, createPrivateKey, createPublicKey, type KeyObject, sign, verify } from "node:crypto";

/** Notes as c2sp.org/signed-note has them: text, a blank line, a line for each signature. Ed25519 alone. */
const ED25519 = 1;
const SIGNATURE_LINE = /^— (\S+) ([A-Za-z0-9+/]+={0,2})$/;
/** DER before the 32 bytes of an Ed25519 key, for a public key and for a private one. */
const PUBLIC_DER = Buffer.from("302a300506032b6570032100", "hex");
const PRIVATE_DER = Buffer.from("302e020100300506032b657004220420", "hex");
const NAME = /^[^\s+]+$/u;

/** Who may have signed: `<name>+<key id>+<base64 of 0x01 and the public key>` is its text. */
export type Verifier = { readonly name: string; readonly id: string; readonly key: KeyObject; readonly text: string };
/** `text` is a secret: `PRIVATE+KEY+<name>+<key id>+<base64 of 0x01 and the seed>`. */
export type Signer = { readonly verifier: Verifier; readonly key: KeyObject; readonly text: string };

const keyId = (name: string, material: Buffer) =>
  createHash("sha256").update(`${name}\n`).update(material).digest("hex").slice(0, 8);

function verifierOf(name: string, publicKey: Buffer): Verifier {
  const material = Buffer.concat([Buffer.of(ED25519), publicKey]);
  const id = keyId(name, material);
  const key = createPublicKey({ key: Buffer.concat([PUBLIC_DER, publicKey]), format: "der", type: "spki" });
  return { name, id, key, text: `${name}+${id}+${material.toString("base64")}` };
}

/** @param seed 32 bytes that nobody else has */
export function makeSigner(name: string, seed: Buffer): Signer {
  if (!NAME.test(name) || seed.length !== 32) throw new TypeError("A signer takes a name of no spaces and 32 bytes.");
  const key = createPrivateKey({ key: Buffer.concat([PRIVATE_DER, seed]), format: "der", type: "pkcs8" });
  const publicKey = createPublicKey(key).export({ format: "der", type: "spki" }).subarray(PUBLIC_DER.length);
  const verifier = verifierOf(name, publicKey);
  const material = Buffer.concat([Buffer.of(ED25519), seed]).toString("base64");
  return { verifier, key, text: `PRIVATE+KEY+${name}+${verifier.id}+${material}` };
}

/** Null: the text is no private key of this kind. */
export function parseSigner(text: string): Signer | null {
  const [, name = "", id, encoded = ""] = /^PRIVATE\+KEY\+([^+\s]+)\+([0-9a-f]{8})\+(\S+)$/u.exec(text.trim()) ?? [];
  const material = Buffer.from(encoded, "base64");
  if (material.length !== 33 || material[0] !== ED25519) return null;
  const signer = makeSigner(name, material.subarray(1));
  return signer.verifier.id === id ? signer : null;
}

/** Null: the text is no verifier's key of this kind. */
export function parseVerifier(text: string): Verifier | null {
  const [, name = "", id, encoded = ""] = /^([^+\s]+)\+([0-9a-f]{8})\+(\S+)$/u.exec(text.trim()) ?? [];
  const material = Buffer.from(encoded, "base64");
  if (material.length !== 33 || material[0] !== ED25519) return null;
  const verifier = verifierOf(name, material.subarray(1));
  return verifier.id === id ? verifier : null;
}

/** @param text ends with a newline */
export function signNote(text: string, signers: readonly Signer[]): string {
  const lines = signers.map(({ verifier, key }) => {
    const signature = Buffer.concat([Buffer.from(verifier.id, "hex"), sign(null, Buffer.from(text, "utf8"), key)]);
    return `— ${verifier.name} ${signature.toString("base64")}\n`;
  });
  return `${text}\n${lines.join("")}`;
}

/**
 * The text of a note that at least one of these has signed, and whose every signature by one of these holds; signatures of
 * others say nothing. Null when it is not so, or it is no note.
 */
export function openNote(note: string, verifiers: readonly Verifier[]): { text: string; by: Verifier[] } | null {
  const end = note.lastIndexOf("\n\n");
  if (end < 0 || !note.endsWith("\n") || hasControls(note)) return null;
  const text = note.slice(0, end + 1);
  const by: Verifier[] = [];
  for (const line of note.slice(end + 2, -1).split("\n")) {
    const [, name, encoded = ""] = SIGNATURE_LINE.exec(line) ?? [];
    const signature = Buffer.from(encoded, "base64");
    if (!name || signature.length < 5) return null;
    const id = signature.subarray(0, 4).toString("hex");
    const known = verifiers.find((one) => one.name === name && one.id === id);
    if (!known) continue;
    if (!verify(null, Buffer.from(text, "utf8"), known.key, signature.subarray(4))) return null;
    by.push(known);
  }
  return by.length > 0 ? { text, by } : null;
}

const hasControls = (note: string) => [...note].some((sign) => sign < " " && sign !== "\n");
