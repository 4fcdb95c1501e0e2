"use server";

import { z } from "zod";
import { markItem, markListRead } from "@/db/access/evidence/unread";
import { evidenceFilter } from "@/lib/filters/evidence-filter";
import { slug } from "@/lib/records/slug";
import { formAction } from "./form-action";

/** Leads to the list: its own page would be read by being shown. */
export const markUnreadAction = formAction(z.object({ slug }), (actor, item) => markItem(actor, item.slug, false), {
  tell: (_result, item, t) => ({
    text: t("markedUnread"),
    link: { href: `/evidence/${item.slug}`, label: t("open") },
  }),
  done: () => "/evidence",
});

const view = z.object({ query: z.string().max(4000).default("") });
const viewOf = ({ query }: { query: string }) => evidenceFilter.parse(new URLSearchParams(query)).value;

export const markListReadAction = formAction(view, (actor, list) => markListRead(actor, viewOf(list)), {
  tell: (_result, _list, t) => ({ text: t("markedRead") }),
  done: (_result, list) => evidenceFilter.href("/evidence", viewOf(list), { unread: false }),
});
