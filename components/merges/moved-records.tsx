import { useFormat, useTranslations } from "#translations";
import { RecordTitle } from "@/components/records/record-title";
import type { MovedAlong } from "@/db/access/merges/merge-reads";
import { RECORD_KINDS } from "@/lib/records/editorial";

const SHOWN = 12;

/** What leads to a record, counted by kind and named, and what is said of it. */
export function MovedRecords({ moved, isBack = false }: { moved: MovedAlong; isBack?: boolean }) {
  const t = useTranslations("merge");
  const record = useTranslations("record");
  const format = useFormat();
  const { records, comments, followers } = moved;
  const counts = RECORD_KINDS.flatMap((kind) => {
    const count = records.filter((one) => one.kind === kind).length;
    return count > 0 ? [t("kindCount", { kind: record(`kindName.${kind}`), count: String(count) })] : [];
  });
  return (
    <section aria-labelledby="moves" className="flex flex-col gap-2">
      <h2 id="moves">{t(isBack ? "movesBack" : "moves")}</h2>
      {records.length === 0 ? (
        <p className="text-muted">{t("movesNothing")}</p>
      ) : (
        <>
          <p>
            {t("movesRecords", { count: records.length })} {format.list(counts)}.
          </p>
          <RecordList records={records.slice(0, SHOWN)} />
          {records.length > SHOWN && (
            <details>
              <summary className="min-h-8 cursor-pointer">{t("more", { count: String(records.length) })}</summary>
              <RecordList records={records.slice(SHOWN)} />
            </details>
          )}
        </>
      )}
      <p className="text-muted">{t("movesTalk", { comments, followers })}</p>
    </section>
  );
}

function RecordList({ records }: { records: MovedAlong["records"] }) {
  const kindName = useTranslations("record");
  return (
    <ul className="measure text-sm">
      {records.map((record) => (
        <li key={record.id} className="py-0.5">
          <span className="text-muted">{kindName(`kindName.${record.kind}`)}</span> <RecordTitle record={record} />
        </li>
      ))}
    </ul>
  );
}
