import type { ReactNode } from "react";
import { useTranslations } from "#translations";
import { RecordTitle } from "@/components/records/record-title";
import { QuietLink } from "@/components/ui/link";
import type { RestingRecord, DoubtWork as Work } from "@/db/access/evidence/resting-records";
import { RestingList } from "./resting-list";

/** What somebody has to look at again, since an item under it was retracted or contradicted; in no other list of what waits. */
export function WorkInDoubt({ work: { onRetracted, contradicted } }: { work: Work }) {
  const t = useTranslations("doubt");
  const { records, isMore } = onRetracted;
  return (
    <>
      {records.length > 0 && (
        <Part id="on-retracted" title={t("workRetracted")} count={records.length} isMore={isMore}>
          <p className="measure text-sm text-muted">{t("mend")}</p>
          {byItem(records).map(([slug, resting]) => (
            <section key={slug} aria-label={slug} className="mt-3">
              <p className="text-sm">
                {t("restsOn")} <QuietLink href={`/evidence/${slug}#resting`}>{slug}</QuietLink>
              </p>
              <RestingList records={resting} />
            </section>
          ))}
        </Part>
      )}
      {contradicted.length > 0 && (
        <Part id="contradicted" title={t("workContradicted")} count={contradicted.length}>
          <p className="measure text-sm text-muted">{t("assess")}</p>
          <ul>
            {contradicted.map((record) => (
              <li key={record.id} className="border-b border-rule py-2 text-sm">
                <RecordTitle record={record} />
              </li>
            ))}
          </ul>
        </Part>
      )}
    </>
  );
}

type PartProps = { id: string; title: string; count: number; isMore?: boolean; children: ReactNode };

function Part({ id, title, count, isMore = false, children }: PartProps) {
  return (
    <section aria-labelledby={id} className="mb-3">
      <details className="border-l-4 border-caution bg-caution-soft px-4 py-2">
        <summary className="cursor-pointer">
          <h2 id={id} className="inline text-base font-semibold">
            {title}
          </h2>{" "}
          <span className="text-muted">
            {count}
            {isMore && "+"}
          </span>
        </summary>
        <div className="mt-2">{children}</div>
      </details>
    </section>
  );
}

/** A record under which two items are gone stands under both. */
function byItem(records: readonly RestingRecord[]): [string, RestingRecord[]][] {
  const found = new Map<string, RestingRecord[]>();
  for (const record of records) {
    for (const slug of record.gone) found.set(slug, [...(found.get(slug) ?? []), record]);
  }
  return [...found];
}
