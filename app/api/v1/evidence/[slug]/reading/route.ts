import { z } from "zod";
import { jsonRead, jsonWrite } from "@/app/_server/route-handlers";
import { findReading, markItem } from "@/db/access/evidence/unread";

/** Where this person stands with an item, and to the desk who else of it has read it. */
export const GET = jsonRead<{ slug: string }>((actor, { params }) => findReading(actor, params.slug));

const input = z.strictObject({ isRead: z.boolean() });

/** Says that this person has read an item, or wants to read it yet. */
export const POST = jsonWrite<typeof input, { slug: string }, { slug: string }>(
  input,
  (actor, { isRead }, { params }) => markItem(actor, params.slug, isRead),
  { permission: "read published records" },
);
