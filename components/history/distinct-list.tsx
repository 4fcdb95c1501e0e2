import { useTranslations } from "#translations";
import { Link } from "@/components/ui/link";
import type { DistinctRecord } from "@/db/access/records/distinct";
import type { RecordKind } from "@/lib/records/editorial";
import { workPath } from "@/lib/records/record-path";
import { useMoment } from "./revision-summary";

/** The records alike that somebody said this one is none of. */
export function DistinctList({ kind, records }: { kind: RecordKind; records: readonly DistinctRecord[] }) {
  const t = useTranslations("history");
  const moment = useMoment();
  if (records.length === 0) return null;
  return (
    <section aria-labelledby="distinct">
      <h2 id="distinct" className="mb-2">
        {t("distinct")}
      </h2>
      <ul className="flex flex-col gap-1">
        {records.map(({ slug, title, by, at }) => (
          <li key={slug} className="min-w-0 break-words">
            <Link href={workPath(kind, slug)}>{title}</Link>{" "}
            <span className="font-mono text-xs text-muted">{slug}</span>{" "}
            <span className="text-muted">{t("distinctBy", { name: by, at: moment(at) })}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
