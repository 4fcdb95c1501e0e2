import { useFormatInstant, useTranslations } from "#translations";
import { Link } from "@/components/ui/link";
import { Notice } from "@/components/ui/notice";
import type { MergeLine, RecordMerges } from "@/db/access/merges/merge-reads";
import type { RecordKind } from "@/lib/records/editorial";
import { historyPath, unmergePath, workPath } from "@/lib/records/record-path";
import type { Actor } from "@/lib/workflow/actor";
import { may, WRITE_PERMISSIONS } from "@/lib/workflow/policy";

type Props = { actor: Actor; kind: RecordKind; slug: string; merges: RecordMerges };

/** On a record's history: what became one with it, or what it became one with. Nothing without a merge. */
export function MergeNotes({ actor, kind, slug, merges: { into, became } }: Props) {
  const t = useTranslations("merge");
  return (
    <>
      {became && (
        <Notice>
          {t.rich("became", { record: () => <Link href={workPath(kind, became.slug)}>{became.title}</Link> })}
        </Notice>
      )}
      {into.length > 0 && (
        <section aria-labelledby="merged-into">
          <h2 id="merged-into">{t("into")}</h2>
          <ul className="mt-1">
            {into.map((merge) => (
              <MergeItem
                key={merge.id}
                kind={kind}
                slug={slug}
                merge={merge}
                mayUndo={may(actor, WRITE_PERMISSIONS[kind])}
              />
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

type ItemProps = { kind: RecordKind; slug: string; merge: MergeLine; mayUndo: boolean };

function MergeItem({ kind, slug, merge, mayUndo }: ItemProps) {
  const t = useTranslations("merge");
  const formatInstant = useFormatInstant();
  return (
    <li className="py-0.5">
      {t.rich("intoLine", {
        record: () => <Link href={historyPath(kind, merge.absorbed)}>{merge.title}</Link>,
        date: formatInstant(merge.at, "day"),
      })}{" "}
      {!merge.isActive && <span className="text-muted">{t("intoUndone")}</span>}
      {merge.isActive && mayUndo && <Link href={unmergePath(kind, slug, merge.absorbed)}>{t("undo")}</Link>}
    </li>
  );
}
