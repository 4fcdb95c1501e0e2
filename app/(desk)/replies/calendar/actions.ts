"use server";

import { z } from "zod";
import { siteOrigin } from "@/app/_server/feed-reader";
import { formAction } from "@/app/_server/form-action";
import type { MadeAddress } from "@/components/replies/calendar-forms";
import { createFeedToken, revokeFeedToken } from "@/db/access/accounts/feeds";

const nothing = z.object({});

/** Makes an address and shows it, this once: the form's own answer is the only place where it ever stands. */
export async function makeAddressAction(_previous: MadeAddress, form: FormData): Promise<MadeAddress> {
  let token = "";
  const make = formAction(nothing, async (actor) => {
    token = await createFeedToken(actor);
  });
  const outcome = await make({ status: "idle" }, form);
  const origin = await siteOrigin();
  const files = ["deadlines.ics", "corrections.xml"];
  return { outcome, addresses: token ? files.map((file) => `${origin}/api/feeds/${token}/${file}`) : [] };
}

export const endAddressAction = formAction(nothing, revokeFeedToken, { done: () => "/replies/calendar" });
