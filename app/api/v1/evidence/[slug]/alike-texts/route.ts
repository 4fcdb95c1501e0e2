import { z } from "zod";
import { jsonRead, jsonWrite } from "@/app/_server/route-handlers";
import { confirmDerived, listAlikeTexts, setNotCopy } from "@/db/access/evidence/alike-texts";
import { slug } from "@/lib/records/slug";

/** Items whose text shares much with that of an item. */
export const GET = jsonRead<{ slug: string }>(async (actor, { params }) => ({
  items: await listAlikeTexts(actor, params.slug),
}));

const input = z.strictObject({ source: slug, isCopy: z.boolean() });

/** Says that an item has its text from another one, or that neither is a copy of the other. */
export const POST = jsonWrite<typeof input, { claims: number; proposals: number }, { slug: string }>(
  input,
  async (actor, { source, isCopy }, { params }) => {
    const copy = { evidence: params.slug, source };
    if (isCopy) return confirmDerived(actor, copy);
    await setNotCopy(actor, copy, true);
    return { claims: 0, proposals: 0 };
  },
  { permission: "record evidence" },
);
