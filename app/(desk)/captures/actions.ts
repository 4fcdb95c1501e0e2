"use server";

import { revalidatePath } from "next/cache";
import { z } from "zod";
import { formAction } from "@/app/_server/form-action";
import { preservePage } from "@/db/access/captures/captures";
import { slug } from "@/lib/records/slug";

/** Has the page of an item preserved; the item's page, which stays, shows that it waits. */
export const preservePageAction = formAction(
  z.object({ slug }),
  async (actor, { slug: named }) => {
    await preservePage(actor, named);
    revalidatePath(`/evidence/${named}`);
  },
  { tell: (_asked, _page, t) => ({ text: t("preserving") }) },
);
