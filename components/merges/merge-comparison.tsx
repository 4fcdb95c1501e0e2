import { useTranslations } from "#translations";
import { useFieldLabels } from "@/components/records/field-labels";
import { FieldValue, isEmpty } from "@/components/records/record-fields";
import { type Column, DataTable } from "@/components/ui/data-table";
import type { MergedRecord } from "@/db/access/merges/merge-reads";
import type { RecordKind } from "@/lib/records/editorial";
import { changedFields, type Snapshot } from "@/lib/records/merge";
import { fieldsInOrder, type ReferenceNames } from "@/lib/records/record-field";

type Props = {
  kind: RecordKind;
  stays: MergedRecord;
  goes: MergedRecord;
  after: Snapshot;
  names: ReferenceNames;
};

/** The fields in which two records differ, each record's own, and what the one that stays says afterwards. */
export function MergeComparison({ kind, stays, goes, after, names }: Props) {
  const t = useTranslations("merge");
  const { label } = useFieldLabels(kind, names);
  const differing = [...changedFields(stays.content, goes.content), ...changedFields(stays.content, after)];
  const fields = fieldsInOrder(kind, [stays.content, goes.content]).filter((field) => differing.includes(field));
  const column = (key: string, header: string, snapshot: Snapshot): Column<string> => ({
    key,
    header,
    cell: (field) =>
      isEmpty(snapshot[field]) ? (
        <span className="text-muted">{t("nothing")}</span>
      ) : (
        <FieldValue kind={kind} field={field} snapshot={snapshot} names={names} />
      ),
  });
  return (
    <DataTable
      caption={t("compare")}
      rows={fields}
      rowKey={(field) => field}
      columns={[
        { key: "field", header: t("columnField"), heading: true, cell: label },
        column("stays", t("columnStays", { title: stays.title }), stays.content),
        column("goes", t("columnGoes", { title: goes.title }), goes.content),
        column("after", t("columnAfter"), after),
      ]}
      empty={<p className="text-muted">{t("noFields")}</p>}
    />
  );
}
