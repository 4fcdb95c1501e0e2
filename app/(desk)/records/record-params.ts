import { notFound } from "next/navigation";
import { RECORD_KINDS, type RecordKind } from "@/lib/records/editorial";

/** The kind and the slug in an address under /records; anything that is no kind is a 404. */
export async function recordParams(params: Promise<{ kind: string; slug: string }>) {
  const { kind, slug } = await params;
  if (!(RECORD_KINDS as readonly string[]).includes(kind)) notFound();
  return { kind: kind as RecordKind, slug };
}
