import "server-only";
import { listDue } from "@/db/access/replies/reply-list";
import { icsCalendar } from "@/lib/feeds/ics";
import { getTranslations } from "@/lib/text/translations";
import type { Actor } from "@/lib/workflow/actor";
import { NO_STORE } from "./problem";

/** Far enough: no letter gives anybody ten years. */
const ALL = 3650;

/** Every deadline that this reader waits for, as an iCalendar file in their language. */
export async function deadlineCalendar(actor: Actor, origin: string): Promise<Response> {
  const t = getTranslations(actor.locale, "replyRequest");
  const due = await listDue(actor, ALL);
  const calendar = icsCalendar({
    name: t("icsName"),
    language: actor.locale,
    deadlines: due.flatMap(({ id, slug, subject, respondent, deadline, status, changedAt }) => {
      if (!deadline) return [];
      const name = respondent?.name ?? t("respondentHidden");
      const url = `${origin}/replies/${slug}`;
      return {
        uid: `${id}@wederhoor`,
        day: deadline,
        summary: t(status === "overdue" ? "icsOverdue" : "icsSummary", { name }),
        description: [subject, url].filter(Boolean).join("\n"),
        url,
        alarm: t("icsAlarm", { name }),
        changedAt,
      };
    }),
  });
  return new Response(calendar, {
    headers: {
      "Content-Type": "text/calendar; charset=utf-8",
      "Content-Disposition": 'inline; filename="deadlines.ics"',
      ...NO_STORE,
    },
  });
}
