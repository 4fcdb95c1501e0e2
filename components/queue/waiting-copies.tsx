import { useFormatInstant, useTranslations } from "#translations";
import { RecordTitle } from "@/components/records/record-title";
import { QuietLink } from "@/components/ui/link";
import type { HeldCopy } from "@/db/access/files/releases";

/** Redacted copies that another editor has yet to release: no record, and in no other list of what waits. */
export function WaitingCopies({ copies }: { copies: readonly HeldCopy[] }) {
  const t = useTranslations("redaction");
  const tFile = useTranslations("file");
  const formatInstant = useFormatInstant();
  if (copies.length === 0) return null;
  return (
    <section aria-labelledby="copies" className="mb-4 flex flex-col gap-2">
      <h2 id="copies" className="text-lg">
        {t("queueTitle")} ({copies.length})
      </h2>
      <p className="measure text-sm text-muted">{t("queueLead")}</p>
      <ol>
        {copies.map(({ id, name, by, at, isOwnWork, record }) => (
          <li key={id} className="flex flex-col items-start border-b border-rule py-2 text-sm">
            <QuietLink href={`/files/${id}`}>
              <bdi>{name}</bdi>
            </QuietLink>
            <span className="text-muted">
              {tFile("ofRecord")} <RecordTitle record={record} /> ·{" "}
              {t("madeBy", { name: by, date: formatInstant(at, "day") })}
            </span>
            {isOwnWork && <span>{t("ownCopy")}</span>}
          </li>
        ))}
      </ol>
    </section>
  );
}
