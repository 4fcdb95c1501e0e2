import { useLocaleCode, useTranslations } from "#translations";
import { Foreign } from "@/components/ui/foreign";
import { Link, QuietLink } from "@/components/ui/link";
import { StatusMark } from "@/components/ui/marks";
import type { RecordLine } from "@/db/access/records/record-lines";
import { countryName } from "@/lib/records/country";
import { recordPath } from "@/lib/records/record-path";
import type { StationStatus } from "@/lib/records/status";

/** What a record of any kind is called, with the way to it when it stands on a page. */
export function RecordTitle({
  record,
}: {
  record: Pick<RecordLine, "kind" | "slug" | "title" | "language" | "detail" | "on">;
}) {
  const t = useTranslations("queue");
  const locale = useLocaleCode();
  const text = record.kind === "coverage" ? countryName(record.title, locale) : record.title || t("untitled");
  const title = <Foreign lang={record.language}>{text}</Foreign>;
  const href = recordPath(record);
  // With words after it, a link has to be told apart without colour.
  const Anchor = record.detail ? Link : QuietLink;
  return (
    <>
      {href ? <Anchor href={href}>{title}</Anchor> : title}
      {record.kind === "status_report" && record.detail && (
        <>
          {": "}
          <StatusMark status={record.detail as StationStatus} />
        </>
      )}
    </>
  );
}
