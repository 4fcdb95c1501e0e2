import { z } from "zod";
import { queryOf } from "@/app/_server/query";
import { jsonRead } from "@/app/_server/route-handlers";
import { listAlike } from "@/db/access/records/alike";
import { ALIKE_KINDS, LIKENESS_FIELDS, readAlikeContent } from "@/lib/records/likeness";
import { slug } from "@/lib/records/slug";

const kinds = z.enum(ALIKE_KINDS, { error: "validation.choice" });
const fields = (names: readonly string[]) =>
  Object.fromEntries(names.map((name) => [name, z.string().max(4000, "validation.tooLong").optional()]));

/** What is on file and may be what somebody is typing; what of it can't be read yet is left out. */
export const GET = jsonRead(async (actor, { url }) => {
  const { kind } = z.object({ kind: kinds }).safeParse({ kind: url.searchParams.get("record") }).data ?? {};
  const known = kind ? fields(LIKENESS_FIELDS[kind]) : {};
  const { record, slug: own, ...values } = queryOf(url, z.object({ ...known, record: kinds, slug: slug.optional() }));
  return { items: await listAlike(actor, record, readAlikeContent(record, values), own) };
});
