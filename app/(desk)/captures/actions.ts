"use server";

import { z } from "zod";
import { formAction } from "@/app/_server/form-action";
import { preservePage } from "@/db/access/captures/captures";
import { slug } from "@/lib/records/slug";

/** Has the page of an item preserved, and shows the item again. */
export const preservePageAction = formAction(
  z.object({ slug }),
  (actor, { slug: named }) => preservePage(actor, named),
  { done: (_result, { slug: named }) => `/evidence/${named}#captures` },
);
