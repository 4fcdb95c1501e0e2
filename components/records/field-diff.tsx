import { Fragment, type ReactNode } from "react";
import { useTranslations } from "#translations";
import { itemDiff, type RowChange, rowDiff, wordDiff } from "@/lib/history/word-diff";
import type { RevisedKind } from "@/lib/records/editorial";
import { changedFields, type Snapshot } from "@/lib/records/merge";
import { fieldsInOrder, type ReferenceNames, rowFields, rowKey } from "@/lib/records/record-field";
import { Added, Removed } from "./diff-marks";
import { useFieldLabels } from "./field-labels";
import { InItsLanguage, isEmpty, OneValue, RowValue } from "./record-fields";

type Props = {
  kind: RevisedKind;
  before: Snapshot;
  after: Snapshot;
  names: ReferenceNames;
};

/** What changed between two versions, field by field: words within texts, lists and rows item by item. */
export function FieldDiff({ kind, before, after, names }: Props) {
  const t = useTranslations("history");
  const { label } = useFieldLabels(kind, names);
  const changed = changedFields(before, after);
  const fields = fieldsInOrder(kind, [before, after]).filter((field) => changed.includes(field));
  if (fields.length === 0) return <p className="text-muted">{t("noDifference")}</p>;
  return (
    <dl className="border-t border-rule">
      {fields.map((field) => (
        <div key={field} className="grid gap-x-6 border-b border-rule py-2 sm:grid-cols-[12rem_minmax(0,1fr)]">
          <dt className="text-sm text-muted">{label(field)}</dt>
          <dd className="measure min-w-0">
            <Change kind={kind} field={field} before={before} after={after} names={names} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

type ChangeProps = Props & { field: string };

const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : isEmpty(value) ? [] : [value]);

function Change({ kind, field, before, after, names }: ChangeProps): ReactNode {
  const { formatValue } = useFieldLabels(kind, names);
  const [was, is] = [before[field], after[field]];
  const key = rowKey(field);
  if (key) {
    return (
      <ChangedRows
        kind={kind}
        rows={rowDiff(listOf(was) as Snapshot[], listOf(is) as Snapshot[], key)}
        names={names}
      />
    );
  }
  if (Array.isArray(was) || Array.isArray(is)) return <ChangedItems {...{ kind, field, before, after, names }} />;
  const isProse = [was, is].every(
    (value) => isEmpty(value) || (typeof value === "string" && formatValue(field, value) === value),
  );
  if (isProse && !isEmpty(was) && !isEmpty(is)) return <ChangedText {...{ kind, field, before, after, names }} />;
  const value = (within: Snapshot) => (
    <OneValue kind={kind} field={field} value={within[field]} within={within} names={names} />
  );
  return (
    <>
      {!isEmpty(was) && <Removed>{value(before)}</Removed>}
      {!isEmpty(was) && !isEmpty(is) && <span aria-hidden="true"> → </span>}
      {!isEmpty(is) && <Added>{value(after)}</Added>}
    </>
  );
}

const MARKS = { same: [Fragment, "after"], added: [Added, "after"], removed: [Removed, "before"] } as const;

function ChangedText({ kind, field, before, after }: ChangeProps) {
  const parts = wordDiff(String(before[field]), String(after[field])).map((part, index) => ({
    ...part,
    place: index,
  }));
  return (
    <p dir="auto" className="whitespace-pre-line">
      {parts.map(({ value, change, place: index }) => {
        const [Mark, within] = MARKS[change];
        return (
          <Mark key={index}>
            <InItsLanguage kind={kind} field={field} within={within === "before" ? before : after}>
              {value}
            </InItsLanguage>
          </Mark>
        );
      })}
    </p>
  );
}

function ChangedItems({ kind, field, before, after, names }: ChangeProps) {
  const items = itemDiff(listOf(before[field]), listOf(after[field]));
  return (
    <ul>
      {items.map(({ value, change }) => {
        const within = change === "removed" ? before : after;
        const item = <OneValue kind={kind} field={field} value={value} within={within} names={names} />;
        return (
          <li key={`${change} ${JSON.stringify(value)}`} className="py-0.5">
            {change === "added" ? <Added>{item}</Added> : change === "removed" ? <Removed>{item}</Removed> : item}
          </li>
        );
      })}
    </ul>
  );
}

function ChangedRows({
  kind,
  rows,
  names,
}: {
  kind: RevisedKind;
  rows: readonly RowChange[];
  names: ReferenceNames;
}) {
  const t = useTranslations("history");
  return (
    <ul className="flex flex-col gap-3">
      {rows.map(({ before, after }) => {
        const row = after ?? before ?? {};
        const step = before === null ? "rowAdded" : after === null ? "rowRemoved" : "rowChanged";
        return (
          <li key={JSON.stringify([before, after])} className="border-l-2 border-rule pl-3">
            <p className="text-sm font-semibold">{t(step)}</p>
            {before && after ? (
              <ChangedRow kind={kind} before={before} after={after} names={names} />
            ) : after ? (
              <Added isBlock>
                <RowValue kind={kind} row={row} names={names} />
              </Added>
            ) : (
              <Removed isBlock>
                <RowValue kind={kind} row={row} names={names} />
              </Removed>
            )}
          </li>
        );
      })}
    </ul>
  );
}

/** A row that stayed, under what it is about: the fields of it that changed. */
function ChangedRow({ kind, before, after, names }: Props) {
  const { label } = useFieldLabels(kind, names);
  const changed = changedFields(before, after);
  const [about = "", ...others] = rowFields({ ...before, ...after });
  return (
    <>
      <OneValue kind={kind} field={about} value={after[about]} within={after} names={names} />
      {others
        .filter((field) => changed.includes(field))
        .map((field) => (
          <div key={field} className="text-sm">
            <span className="text-muted">{label(field)}: </span>
            <Change kind={kind} field={field} before={before} after={after} names={names} />
          </div>
        ))}
    </>
  );
}
