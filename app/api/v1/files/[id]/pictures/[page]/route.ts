import { headers } from "next/headers";
import { z } from "zod";
import { answerPicture } from "@/app/_server/file-answer";
import { asId, queryOf } from "@/app/_server/query";
import { fileRead } from "@/app/_server/route-handlers";
import { openPicture } from "@/db/access/files/page-pictures";
import { PICTURE_SIZES } from "@/lib/records/file";
import { Refusal } from "@/lib/workflow/refusal";

const query = z.object({ size: z.enum(PICTURE_SIZES).default("page") });

/** A page of a PDF, or an image as its first page, as WebP. */
export const GET = fileRead<{ id: string; page: string }>(async (actor, { url, params: { id, page } }) => {
  if (!/^[1-9]\d{0,4}$/.test(page)) throw Refusal.notFound();
  const { size } = queryOf(url, query);
  return answerPicture(await openPicture(actor, asId(id), Number(page), size), `${page}-${size}`, await headers());
});
