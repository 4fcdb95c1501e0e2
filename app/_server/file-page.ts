import "server-only";
import { cache } from "react";
import { findAttachment } from "@/db/access/files/files";
import type { Actor } from "@/lib/workflow/actor";
import { asId } from "./query";

/** The page and its title ask for the same. */
export const readFile = cache(async (actor: Actor, id: string) => findAttachment(actor, asId(id)));

export type FileMark = { readonly page: number; readonly query: string; readonly claim: string | null };

/** `?page=3&q=lease`, `?page=3&quote=clm-nl-02`: the page that is shown, and what is marked there. */
export async function readFileMark(
  searchParams: Promise<Record<string, string | string[] | undefined>>,
): Promise<FileMark> {
  const { page, q, quote } = await searchParams;
  const asked = Number([page].flat()[0]);
  return {
    page: Number.isInteger(asked) && asked > 0 && asked < 1e6 ? asked : 1,
    query: [q].flat()[0]?.slice(0, 200) ?? "",
    claim: [quote].flat()[0]?.slice(0, 200) || null,
  };
}
