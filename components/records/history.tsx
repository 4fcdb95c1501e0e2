import { useTranslations } from "#translations";
import { AsOfForm } from "@/components/history/as-of-form";
import { RevisionSummary } from "@/components/history/revision-summary";
import { Link } from "@/components/ui/link";
import { TimesIn } from "@/components/ui/times-in";
import type { RecordRevision } from "@/db/access/revisions";
import type { RecordKind } from "@/lib/records/editorial";
import { hasAsOf, historyPath, recordPath } from "@/lib/records/record-path";

type Props = { kind: RecordKind; slug: string; revisions: readonly RecordRevision[] };

/** Newest first, and no more than these: the rest stands on the history's own page. */
const SHOWN = 8;
const AT_FIRST = 2;

/** A record's last versions: what was done, by whom, when, which fields and why; and the ways to all of them. */
export function History({ kind, slug, revisions }: Props) {
  const t = useTranslations("record");
  const history = useTranslations("history");
  const path = hasAsOf(kind) ? recordPath({ kind, slug }) : null;
  return (
    <section aria-labelledby="history" className="border-t border-rule pt-4">
      <h2 id="history">{t("history")}</h2>
      <TimesIn />
      {revisions.length === 0 && <p className="text-muted">{t("historyEmpty")}</p>}
      <Lines revisions={revisions.slice(0, AT_FIRST)} />
      {revisions.length > AT_FIRST && (
        <details>
          <summary className="py-1 text-sm text-accent">
            {t("historyEarlier", { count: Math.min(revisions.length, SHOWN) - AT_FIRST })}
          </summary>
          <Lines revisions={revisions.slice(AT_FIRST, SHOWN)} />
        </details>
      )}
      <div className="mt-3 flex flex-wrap items-end gap-x-8 gap-y-3 print:hidden">
        <p>
          <Link href={historyPath(kind, slug)}>{history("all")}</Link>
        </p>
        {path && <AsOfForm path={path} />}
      </div>
    </section>
  );
}

function Lines({ revisions }: Pick<Props, "revisions">) {
  return (
    <ol className="mt-2">
      {revisions.map((revision) => (
        <li key={revision.version} className="border-b border-rule py-2 text-sm">
          <RevisionSummary revision={revision} />
        </li>
      ))}
    </ol>
  );
}
