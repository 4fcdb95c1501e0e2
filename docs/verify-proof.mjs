// Verifies a proof of one revision without Wederhoor, its database or any package:
//
//   node verify-proof.mjs <file.tlog-proof> '<key of the log>' [more keys]
//
// The key is the newsroom's word, got some other way than from the file: from its paper, say, or from somebody who kept it.
// What is checked: the text in the file has the hash that stands in the log (RFC 9162), at the place that it says, under a
// checkpoint that the key signed (c2sp.org/tlog-proof, c2sp.org/tlog-checkpoint, c2sp.org/signed-note).
import { createHash, createPublicKey, verify } from "node:crypto";
import { readFileSync } from "node:fs";

const sha256 = (...parts) => parts.reduce((hash, part) => hash.update(part), createHash("sha256")).digest();
const fail = (why) => {
  console.error(`NOT PROVED: ${why}`);
  process.exit(1);
};

const [file, ...keys] = process.argv.slice(2);
if (!file || keys.length === 0) fail("give the file, and the key of the log: name+id+base64");

// The file: first line, extra, index, path, an empty line, the checkpoint.
const text = readFileSync(file, "utf8");
const [, extra, index, pathLines, note] =
  /^c2sp\.org\/tlog-proof@v1\nextra (\S+)\nindex (0|[1-9]\d*)\n((?:\S+\n)*)\n([\s\S]*)$/.exec(text) ??
  fail("the file is no proof");
const path = pathLines.split("\n").flatMap((line) => (line ? [Buffer.from(line, "base64")] : []));

// The checkpoint: the log's name, how many revisions, the root over them; then who signed that.
const signed = note.slice(0, note.lastIndexOf("\n\n") + 1);
const [origin, size, root] = signed.split("\n");
const signatures = note.slice(signed.length + 1).matchAll(/^— (\S+) (\S+)$/gmu);

function signs(key, [, name, signature]) {
  const [ownName, id, encoded] = /^([^+]+)\+([0-9a-f]{8})\+(.+)$/.exec(key)?.slice(1) ?? fail(`${key} is no key`);
  const material = Buffer.from(encoded, "base64"); // 0x01 for Ed25519, then its 32 bytes
  const derived = sha256(`${ownName}\n`, material).subarray(0, 4);
  if (material.length !== 33 || material[0] !== 1 || derived.toString("hex") !== id) fail(`${key} is no Ed25519 key`);
  const bytes = Buffer.from(signature, "base64");
  if (name !== ownName || !bytes.subarray(0, 4).equals(derived)) return false;
  const der = Buffer.concat([Buffer.from("302a300506032b6570032100", "hex"), material.subarray(1)]);
  const publicKey = createPublicKey({ key: der, format: "der", type: "spki" });
  return verify(null, Buffer.from(signed), publicKey, bytes.subarray(4)) || fail("the signature does not hold");
}
if (![...signatures].some((signature) => keys.some((key) => signs(key, signature)))) {
  fail("none of these keys signed the checkpoint");
}

// The way up the tree, from the revision's hash to the root (RFC 9162, 2.1.3.2).
const content = Buffer.from(extra, "base64");
const isErased = /^sha256:[0-9a-f]{64}$/.test(content.toString());
const hash = isErased ? Buffer.from(content.toString().slice(7), "hex") : sha256(content);
let [fn, sn, node] = [BigInt(index), BigInt(size) - 1n, sha256(Buffer.of(0), hash)];
if (fn > sn) fail("the checkpoint does not reach this revision");
for (const beside of path) {
  if (sn === 0n) fail("the path is too long");
  if (fn & 1n || fn === sn) {
    node = sha256(Buffer.of(1), beside, node);
    while (!(fn & 1n) && fn !== 0n) [fn, sn] = [fn >> 1n, sn >> 1n];
  } else node = sha256(Buffer.of(1), node, beside);
  [fn, sn] = [fn >> 1n, sn >> 1n];
}
if (sn !== 0n || node.toString("base64") !== root) fail("the revision is not in the log that was signed");

console.log(`PROVED: revision ${BigInt(index) + 1n} of ${size} in the log ${origin}`);
console.log(`hash: sha256:${hash.toString("hex")}`);
if (isErased) {
  console.log("Its content was erased later; that it was there, and its hash, is proved.");
} else {
  const revision = JSON.parse(content.toString());
  if (BigInt(revision.seq) !== BigInt(index) + 1n) fail("the revision says another place of itself");
  console.log(`what: ${revision.action}, version ${revision.version}, at ${revision.at}`);
  console.log(JSON.stringify(revision.snapshot, null, 2));
}
