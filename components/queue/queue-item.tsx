import { useFormatInstant, useLocaleCode, useTranslations } from "#translations";
import { RecordTitle } from "@/components/records/record-title";
import { Link } from "@/components/ui/link";
import { Badge } from "@/components/ui/marks";
import { usePersonName } from "@/components/ui/person-name";
import type { QueueItem } from "@/db/access/queue/queue";
import { formatDay } from "@/lib/dates/format-date";
import { countryName } from "@/lib/records/country";
import { recordPath } from "@/lib/records/record-path";
import type { StationStatus } from "@/lib/records/status";

/** Which item, in an address and in a form: "event:evt-03". */
export const itemKey = ({ kind, slug }: Pick<QueueItem, "kind" | "slug">) => `${kind}:${slug}`;

/** The page where an item can be read, or null. */
export const itemPath = (item: QueueItem): string | null =>
  item.kind === "proposal" ? `/proposals/${item.slug}` : recordPath({ ...item, kind: item.kind });

/** What it is called in a line of text; a report on a station with its status. */
export function useItemTitle({ kind, title, language, detail, slug }: QueueItem): {
  text: string;
  lang: string | null;
} {
  const t = useTranslations("queue");
  const status = useTranslations("status");
  const locale = useLocaleCode();
  const name = kind === "coverage" ? countryName(title, locale) : title || t("untitled") || slug;
  const text = kind === "status_report" && detail ? `${name}: ${status(`label.${detail as StationStatus}`)}` : name;
  return { text, lang: language };
}

/** What it is called, with the way to it; a proposal is called as what it changes. */
export function ItemTitle({ item }: { item: QueueItem }) {
  const t = useTranslations("queue");
  if (item.kind !== "proposal") return <RecordTitle record={{ ...item, kind: item.kind }} />;
  return (
    <>
      <Link href={`/proposals/${item.slug}`}>{item.title || t("untitled")}</Link>
      <span className="block text-sm font-normal text-muted">{t("changes")}</span>
    </>
  );
}

/** What its gate still asks, and why it was held. */
export function Reasons({ item: { kind, reasons, said } }: { item: QueueItem }) {
  const t = useTranslations("queue");
  const gate = useTranslations("gate");
  return (
    <span className="inline-block align-top">
      {reasons.length === 0 && kind !== "proposal" && <span className="text-muted">{t("ready")}</span>}
      {reasons.map((reason) => (
        <span key={reason} className="block">
          {gate(`short.${reason}`)}
        </span>
      ))}
      {said && <span className="measure block text-muted">{t("said", { reason: said })}</span>}
    </span>
  );
}

export const PRIORITY_GLYPHS = { low: "▽", normal: "", high: "△", urgent: "▲" } as const;

/** The assignee, how soon, until when, and its tags. `today` is the newsroom's. */
export function AssignmentSummary({ item, today, me }: { item: QueueItem; today: string; me: string }) {
  const t = useTranslations("queue");
  const locale = useLocaleCode();
  const formatName = usePersonName();
  const { assignee, priority, dueOn, tags } = item;
  const date = dueOn && formatDay(dueOn, locale, "medium");
  return (
    <span className="flex flex-wrap gap-x-2 gap-y-0.5">
      <span className={assignee && !assignee.isDisabled ? "" : "text-muted"}>
        {!assignee ? t("nobody") : assignee.id === me ? t("you", { name: assignee.name }) : formatName(assignee)}
      </span>
      {priority !== "normal" && (
        <span className="font-semibold">
          <span aria-hidden="true">{PRIORITY_GLYPHS[priority]}</span> {t(`priority.${priority}`)}
        </span>
      )}
      {dueOn && date && (
        <span className={dueOn < today ? "font-semibold text-danger" : ""}>
          {t(dueOn < today ? "overdueOn" : "dueOn", { date })}
        </span>
      )}
      {tags.length > 0 && (
        <span className="flex flex-wrap gap-1">
          {tags.map((tag) => (
            <Badge key={tag}>{tag}</Badge>
          ))}
        </span>
      )}
    </span>
  );
}

/** Since when it waits, and who wrote it last. */
export function WaitingSince({ item: { updatedAt, updatedBy, isWriterDisabled } }: { item: QueueItem }) {
  const t = useTranslations("queue");
  const formatInstant = useFormatInstant();
  const name = usePersonName()({ name: updatedBy, isDisabled: isWriterDisabled });
  return t("since", { date: formatInstant(updatedAt, "day"), name });
}
