import { expect, test } from "vitest";
import { makeSigner, openNote, parseSigner, parseVerifier, signNote } from "./signed-note";

/** The keys and the note of golang.org/x/mod/sumdb/note, whose format this is. */
const VERIFIER = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW";
const SIGNER = "PRIVATE+KEY+PeterNeumann+c74f20a3+AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz";
const TEXT = "If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n";
const NOTE = `${TEXT}
— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=
`;

const peter = parseVerifier(VERIFIER);

test("keys and notes are byte for byte those of Go's own implementation", () => {
  const signer = parseSigner(SIGNER);
  expect([signer?.verifier.text, signer?.text]).toEqual([VERIFIER, SIGNER]);
  expect(signNote(TEXT, signer ? [signer] : [])).toBe(NOTE);
  expect(openNote(NOTE, peter ? [peter] : [])?.text).toBe(TEXT);
});

test("a note is opened by whoever's signature holds, and refused when a known one's does not", () => {
  const [own, other] = [makeSigner("desk.example/history", Buffer.alloc(32, 7)), parseSigner(SIGNER)];
  if (!other || !peter) throw new Error("The keys above are read.");
  const both = signNote(TEXT, [own, other]);
  expect(openNote(both, [own.verifier])?.by).toEqual([own.verifier]);
  expect(openNote(both, [own.verifier, peter])?.by.map(({ name }) => name)).toEqual([own.verifier.name, peter.name]);
  expect(openNote(NOTE, [own.verifier])).toBeNull();
  expect(openNote(NOTE.replace("answer", "cause"), [peter])).toBeNull();
  // One of the two is spoilt: whoever knows both refuses, whoever knows the other takes it.
  const spoilt = both.replace(/(PeterNeumann x08go)\//, "$1+");
  expect(openNote(spoilt, [own.verifier, peter])).toBeNull();
  expect(openNote(spoilt, [own.verifier])?.text).toBe(TEXT);
});

test.each([
  ["no signature", TEXT],
  ["no blank line", NOTE.replace("\n\n", "\n")],
  ["no newline at the end", NOTE.slice(0, -1)],
  ["a control character", NOTE.replace("answer", "ans\twer")],
  ["a line that is no signature", `${NOTE}and more\n`],
  ["a hyphen for the dash", NOTE.replace("—", "-")],
])("what has %s is no note", (_, note) => {
  expect(openNote(note, peter ? [peter] : [])).toBeNull();
});

test.each(["", "a b+c74f20a3+AR", VERIFIER.replace("c74f20a3", "c74f20a4"), `${VERIFIER}AAAA`])(
  "“%s” is no verifier's key",
  (text) => expect(parseVerifier(text)).toBeNull(),
);
