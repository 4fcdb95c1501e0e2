import "server-only";
import { createHash } from "node:crypto";
import { makeZip } from "client-zip";
import { listBagItems } from "@/db/access/files/bag-items";
import { noteDissemination } from "@/db/access/files/dissemination";
import { openStorage } from "@/db/files/storage";
import {
  BAG_DECLARATION,
  BAG_INDEX_END,
  type BagEntry,
  bagFilePath,
  bagIndexHead,
  bagIndexRow,
  bagInfo,
  bagManifest,
  type IndexWords,
} from "@/lib/records/bag";
import { getTranslations } from "@/lib/text/translations";
import type { Actor } from "@/lib/workflow/actor";
import { requirePermission } from "@/lib/workflow/require-permission";

type Item = Readonly<Record<string, unknown>> & { readonly slug: string };
type Pages = AsyncGenerator<readonly Item[]>;
type Files = Awaited<ReturnType<typeof listBagItems>> extends Map<string, { files: infer F }> ? F : never;

/** The folder that holds the whole bag, as RFC 8493 asks of one that travels as one file. */
const FOLDER = "evidence-bag";

/**
 * Items of evidence with their files, custody and digests as a bag (RFC 8493) in a ZIP, sent as it is read: metadata first,
 * then each file once, and the manifests at the end. That files leave joins their custody before the first of them does. The manifest says of a file what was computed when it came in, so that
 * whoever validates the bag hears of bytes that changed since. Originals leave as they came, with whoever may open them; with
 * others the redacted copies alone.
 * @param address of the list that it holds
 * @throws Refusal forbidden
 */
export function bagEvidence(actor: Actor, pages: Pages, address: string): ReadableStream<Uint8Array> {
  requirePermission(actor, "read published records");
  return makeZip(bagParts(actor, pages, address));
}

async function* bagParts(actor: Actor, pages: Pages, address: string) {
  const t = getTranslations(actor.locale ?? "en", "file");
  const words = Object.fromEntries(
    (["title", "lead", "item", "publisher", "published", "files", "missing", "none"] as const).map((word) => [
      word,
      t(`bag.${word}`, { address }),
    ]),
  ) as IndexWords;
  const storage = openStorage();
  const [payload, tags, rows, held]: [BagEntry[], BagEntry[], string[], Map<string, Files[number]>] = [
    [],
    [],
    [],
    new Map(),
  ];
  const part = (path: string, input: AsyncIterable<string>, list: BagEntry[]) => ({
    name: `${FOLDER}/${path}`,
    input: digested(path, input, list),
  });

  async function* metadata() {
    for await (const items of pages) {
      const more = await listBagItems(
        actor,
        items.map(({ slug }) => slug),
      );
      for (const item of items) {
        const { url = null, archiveUrl = null, files = [] } = more.get(item.slug) ?? {};
        const known = await Promise.all(
          files.map(async (file) => ({ ...file, isThere: (await storage.sizeOf(file.digest)) !== null })),
        );
        for (const file of known) if (file.isThere) held.set(bagFilePath(file), file);
        rows.push(bagIndexRow({ ...indexed(item), url: url ?? "", files: known }, words));
        const listed = known.map((file) => ({ ...file, path: file.isThere ? bagFilePath(file) : null }));
        yield `${JSON.stringify({ ...item, url, archiveUrl, files: listed })}\n`;
      }
    }
  }
  yield part("data/evidence.jsonl", metadata(), payload);
  await noteDissemination(
    actor,
    [...held.values()].map(({ digest }) => digest),
    "bag",
    address,
  );
  for (const [path, { digest, size }] of held) {
    payload.push({ path, digest, size });
    yield { name: `${FOLDER}/${path}`, input: storage.open(digest), size };
  }
  yield part("data/index.html", textOf(bagIndexHead(actor.locale ?? "en", words), ...rows, BAG_INDEX_END), payload);
  const facts = {
    "Bagging-Date": new Date().toISOString().slice(0, 10),
    "External-Identifier": address,
    "Bag-Software-Agent": "Wederhoor",
  };
  yield part("bagit.txt", textOf(BAG_DECLARATION), tags);
  yield part("bag-info.txt", textOf(bagInfo(payload, facts)), tags);
  yield part("manifest-sha256.txt", textOf(bagManifest(payload)), tags);
  yield part("tagmanifest-sha256.txt", textOf(bagManifest(tags)), []);
}

async function* textOf(...texts: string[]) {
  yield* texts;
}

/** Passes a file on, and notes its digest when it has ended. */
async function* digested(path: string, input: AsyncIterable<string>, list: BagEntry[]) {
  const hash = createHash("sha256");
  let size = 0;
  for await (const text of input) {
    const bytes = new TextEncoder().encode(text);
    hash.update(bytes);
    size += bytes.length;
    yield bytes;
  }
  list.push({ path, digest: hash.digest("hex"), size });
}

/** Of an item as its list shows it. */
function indexed({ slug, title, publisher, published }: Item) {
  const named = publisher as { readonly name: string | null } | null;
  const dated = published as { readonly edtf: string | null } | null;
  return { slug, title: String(title), publisher: named?.name ?? "", published: dated?.edtf ?? "" };
}
