import "server-only";
import { asId } from "@/app/_server/query";
import { type ComparedCaptures, compareCaptures } from "@/db/access/captures/comparison";
import { findRecord } from "@/db/access/records/record-snapshot";
import { newsroomZone } from "@/db/newsroom";
import { formatInstant } from "@/lib/dates/format-date";
import { dayIn } from "@/lib/dates/time-zone";
import { getTranslations } from "@/lib/text/translations";
import type { Actor } from "@/lib/workflow/actor";

/** Of what changed so many lines stand in the summary: the copies hold all of it. */
const MOST_LINES = 12;

type Asked = Readonly<Record<"of" | "from" | "to", string>>;

/** What a new item begins with that says how a page changed: everything but what only its writer knows. */
export async function changedPageStart(actor: Actor, { of, from, to }: Asked): Promise<Record<string, unknown>> {
  const subject = { kind: "evidence", slug: of } as const;
  const [{ input }, compared] = await Promise.all([
    findRecord(actor, "evidence", of),
    compareCaptures(actor, subject, { from: asId(from), to: asId(to) }),
  ]);
  if (!compared) return {};
  const t = getTranslations(actor.locale, "watch");
  const days = [compared.from, compared.to].map(({ finishedAt }) => dayIn(finishedAt ?? 0, newsroomZone()));
  const on = ({ finishedAt }: ComparedCaptures["to"]) =>
    formatInstant(finishedAt ?? "", { locale: actor.locale, timeZone: newsroomZone() }, "minute");
  const { publisher, language, countries, stations, sharing } = input;
  return {
    title: t("newTitle", { title: input.title }),
    titleSeen: "false",
    kind: "web_page",
    ...{ publisher, language, countries, stations, sharing },
    url: compared.to.url,
    // It changed between the two: on which day is not known.
    published: [...new Set(days)].join("/"),
    accessedVia: t("newAccessed", { date: on(compared.to), before: on(compared.from) }),
    summary: summaryOf(compared),
    distinctFrom: [of],
  };
}

function summaryOf({ comparison }: ComparedCaptures): string {
  if (comparison?.kind !== "page") return "";
  const blocks = [...(comparison.title?.blocks ?? []), ...comparison.page.blocks];
  const lines = blocks.flatMap((block) => (block.kind === "changed" ? block.lines : []));
  const said = lines
    .slice(0, MOST_LINES)
    .flatMap(({ before, after }) => [
      ...(before === null ? [] : [`− ${before}`]),
      ...(after === null ? [] : [`+ ${after}`]),
    ]);
  return [...said, ...(lines.length > MOST_LINES ? ["…"] : [])].join("\n");
}
