import { useTranslations } from "#translations";
import { Messages } from "@/components/messages";
import { FieldDiff } from "@/components/records/field-diff";
import type { RecordFormAction } from "@/components/records/record-form";
import { PageHeading } from "@/components/ui/page-heading";
import type { UnmergePreview } from "@/db/access/merges/merge-reads";
import type { RecordKind } from "@/lib/records/editorial";
import type { ReferenceNames } from "@/lib/records/record-field";
import { historyPath } from "@/lib/records/record-path";
import { MergeForm } from "./merge-form";
import { MovedRecords } from "./moved-records";

type Props = { kind: RecordKind; preview: UnmergePreview; names: ReferenceNames; action: RecordFormAction };

/** Takes a merge back, by proposal: what the survivor loses, what leads to the other again, and why. */
export function UnmergePage({ kind, preview, names, action }: Props) {
  const t = useTranslations("merge");
  const proposal = useTranslations("proposal");
  const { survivor, absorbed, after, moved } = preview;
  return (
    <>
      <PageHeading
        isSentence
        title={t("undoTitle", { title: absorbed.title })}
        lead={t("undoLead", { title: absorbed.title, survivor: survivor.title })}
      />
      <div className="flex flex-col gap-8">
        <section aria-labelledby="changes">
          <h2 id="changes">{proposal("changes")}</h2>
          <FieldDiff kind={kind} before={survivor.content} after={after} names={names} />
        </section>
        <MovedRecords moved={moved} isBack />
        <Messages of={["merge", "form", "proposal"]}>
          <MergeForm
            hidden={{ kind, slug: survivor.slug, basedOn: String(survivor.version), absorbed: absorbed.slug }}
            reasonLabel={t("undoReason")}
            action={action}
            cancelHref={historyPath(kind, survivor.slug)}
          />
        </Messages>
      </div>
    </>
  );
}
