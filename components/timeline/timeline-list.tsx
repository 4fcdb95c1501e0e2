import { useLocaleCode, useTranslations } from "#translations";
import { Foreign } from "@/components/ui/foreign";
import { Link, QuietLink } from "@/components/ui/link";
import { StatusMark } from "@/components/ui/marks";
import type { TimelineItem } from "@/db/access/timeline/timeline";
import { formatSpokenOf } from "@/lib/dates/claim-dates";
import { formatFuzzyDate } from "@/lib/dates/fuzzy-date";
import { recordPath } from "@/lib/records/record-path";
import type { StationStatus } from "@/lib/records/status";
import { RECORDS_LANGUAGE } from "@/lib/text/locale";
import { RECORD_OF_LANE } from "@/lib/timeline/timeline-lane";
import { useLaneKindName } from "./lane-kind-name";

/** Records in the order of their days, as the figure has them. */
export function TimelineList({ items }: { items: readonly TimelineItem[] }) {
  return (
    <ol>
      {items.map((item) => (
        <Item key={`${item.lane} ${item.id}`} item={item} />
      ))}
    </ol>
  );
}

function Item({ item }: { item: TimelineItem }) {
  const t = useTranslations("timeline");
  const locale = useLocaleCode();
  const kindOf = useLaneKindName();
  const href = recordPath({ ...item, kind: RECORD_OF_LANE[item.lane] });
  // With words after it, a link has to be told apart without colour.
  const Anchor = item.lane === "reports" ? Link : QuietLink;
  const title = <Foreign lang={item.language ?? RECORDS_LANGUAGE}>{item.title}</Foreign>;
  return (
    <li className="timeline-line">
      <span>
        {item.date?.from && item.date.from === item.date.to ? (
          <time dateTime={item.date.from}>{formatFuzzyDate(item.date, locale)}</time>
        ) : (
          formatFuzzyDate(item.date, locale)
        )}
        {item.period && <span>{formatSpokenOf(item.period, locale)}</span>}
      </span>
      <span>
        {t(`laneOne.${item.lane}`)}
        {item.lane !== "reports" && ` · ${kindOf(item.lane, item.kind)}`}
      </span>
      <span>
        {href ? <Anchor href={href}>{title}</Anchor> : title}
        {item.lane === "reports" && (
          <>
            {": "}
            <StatusMark status={item.kind as StationStatus} />
          </>
        )}
      </span>
    </li>
  );
}
