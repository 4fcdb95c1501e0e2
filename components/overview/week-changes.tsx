import { useFormatInstant, useTranslations } from "#translations";
import { RecordTitle } from "@/components/records/record-title";
import { Link } from "@/components/ui/link";
import { useFormatCount } from "@/components/ui/use-format-count";
import type { RecordChange } from "@/db/access/history/changes";
import type { WeekNumbers } from "@/lib/figures/week-numbers";
import { OverviewSection } from "./section";

type Props = {
  week: WeekNumbers;
  changes: readonly RecordChange[];
  /** How much of the evidence the reader has not read. */
  unread: { readonly count: number; readonly isMore: boolean };
  /** Whether the page is of some countries alone, and this is not. */
  isNarrowed: boolean;
};

/** How much came out in the last days, and what came out last. */
export function WeekChanges({ week, changes, unread, isNarrowed }: Props) {
  const t = useTranslations("overview");
  const reading = useTranslations("reading");
  const formatCount = useFormatCount();
  const { published, statuses, corrected, loaded, isLeast } = week;
  const counted = (count: number) => ({ count, figure: formatCount(count, isLeast) });
  return (
    <OverviewSection
      id="changes"
      title={t(isNarrowed ? "weekTitleOfAll" : "weekTitle")}
      more={{ href: "/summary#since", label: t("weekAll") }}
      className="part-week"
    >
      <p className="pt-1 text-sm" data-figure="week">
        {t("weekPublished", counted(published))} ·{" "}
        <Link href="/corrections">{t("weekCorrected", { count: corrected })}</Link> ·{" "}
        {t("weekStatuses", counted(statuses))}
        {loaded > 0 && ` · ${t("weekLoaded", counted(loaded))}`}
      </p>
      {unread.count > 0 && (
        <p className="text-sm font-semibold print:hidden [&_a]:inline-block [&_a]:leading-6">
          <Link href="/evidence?unread=yes">
            {reading("overview", { count: unread.count, isMore: String(unread.isMore) })}
          </Link>
        </p>
      )}
      {changes.length === 0 ? (
        <p className="measure py-2 text-muted">{t("publishedNone")}</p>
      ) : (
        <ul>
          {changes.map((change) => (
            <Change key={change.seq} change={change} />
          ))}
        </ul>
      )}
    </OverviewSection>
  );
}

function Change({ change: { at, record, more } }: { change: RecordChange }) {
  const t = useTranslations("overview");
  const words = useTranslations("record");
  const formatInstant = useFormatInstant();
  return (
    <li className="flex gap-x-2 border-b border-rule py-1 text-sm last:border-b-0">
      <time dateTime={at} className="shrink-0 whitespace-nowrap text-muted">
        {formatInstant(at, "day")}
      </time>
      <span className="shrink-0 text-muted">{words(`kindName.${record.kind}`)}</span>
      <span className="min-w-0 truncate">
        <RecordTitle record={record} />
      </span>
      {more > 0 && <span className="ml-auto shrink-0 text-muted">{t("more", { count: more })}</span>}
    </li>
  );
}
