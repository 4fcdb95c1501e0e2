import type { ReactNode } from "react";
import { useFormat, useTranslations } from "#translations";
import { useFieldLabels } from "@/components/records/field-labels";
import { Button, ButtonLink } from "@/components/ui/button";
import { DataTable } from "@/components/ui/data-table";
import { type Choice, SelectField, TextField } from "@/components/ui/field";
import { StateBadge } from "@/components/ui/marks";
import { Notice } from "@/components/ui/notice";
import { PageHeading } from "@/components/ui/page-heading";
import type { BulkPreview } from "@/db/access/queue/bulk";
import {
  BULK_ACTIONS,
  BULK_FACETS,
  BULK_LIMIT,
  type BulkAction,
  bulkActionNeedsValue,
  bulkFacetOf,
  isBulkFacet,
} from "@/lib/workflow/bulk";

/** Rows of the preview that are drawn. */
const MOST_LISTED = 100;

type Props = {
  bulkAction: BulkAction | undefined;
  value: string | undefined;
  /** The rest of the address: which items, or which filter. */
  hiddenFields: readonly (readonly [string, string])[];
  people: readonly { readonly id: string; readonly name: string }[];
  preview: BulkPreview;
  /** True when what was asked for is complete. */
  isReady: boolean;
  /** The list in which they were selected; null: Review. */
  backHref: string | null;
  children: ReactNode;
};

type LabelOf<Deed> = Deed extends `${infer Kind}.${infer Field}` ? `${Kind}_${Field}` : Deed;
/** A key of the catalogue holds no dot. */
const labelOf = (bulkAction: BulkAction) => bulkAction.replace(".", "_") as LabelOf<BulkAction>;
const HINTS: Partial<Record<BulkAction, "tag" | "evidence_language" | "claim_subject">> = {
  tag: "tag",
  "evidence.language": "evidence_language",
  "claim.subject": "claim_subject",
};

/** What to do with several items, what that would change, and the button (as children) that does it. */
export function BulkPage({ preview: { rows, total }, children, ...asked }: Props) {
  const t = useTranslations("bulk");
  const format = useFormat();
  const { isReady, backHref } = asked;
  const kinds = new Set(rows.map(({ item }) => item.kind));
  const changing = rows.filter(({ why }) => why === null).length;
  return (
    <>
      <PageHeading
        title={t("title")}
        lead={t("lead")}
        actions={<ButtonLink href={backHref ?? "/queue"}>{t(backHref ? "backToList" : "back")}</ButtonLink>}
      />
      <BulkForm {...asked} kinds={kinds} />
      {rows.length === 0 && <Notice kind="caution">{t(backHref ? "noneInList" : "none")}</Notice>}
      {total > rows.length && (
        <p className="mb-4">{t("tooMany", { total: format.number(total), limit: format.number(BULK_LIMIT) })}</p>
      )}
      {isReady && (
        <div className="mb-6 flex flex-col gap-4">
          {rows.length > 0 && (
            <p className="font-serif text-lg">
              {t("counted", { count: changing, total: format.number(rows.length) })}
            </p>
          )}
          {children}
        </div>
      )}
      {rows.length > 0 && (
        <BulkRows rows={rows.slice(0, MOST_LISTED)} bulkAction={asked.bulkAction} isReady={isReady} />
      )}
      {rows.length > MOST_LISTED && (
        <p className="mt-4">{t("notListed", { count: format.number(rows.length - MOST_LISTED) })}</p>
      )}
    </>
  );
}

/** How a value of the action's field is called; what is no field's is called as it is. */
function useValueName(bulkAction: Props["bulkAction"]) {
  const facet = bulkAction && isBulkFacet(bulkAction) ? bulkFacetOf(bulkAction) : null;
  const { formatValue } = useFieldLabels(facet?.kind ?? "evidence", {});
  return (word: string) => (facet ? formatValue(facet.field, word) : word);
}

type FormProps = Omit<Props, "preview" | "children" | "backHref"> & { kinds: ReadonlySet<string> };

function BulkForm({ bulkAction, value, hiddenFields, people, isReady, kinds }: FormProps) {
  const t = useTranslations("bulk");
  const named = useValueName(bulkAction);
  const values = bulkAction && isBulkFacet(bulkAction) ? (BULK_FACETS[bulkAction] as readonly string[] | null) : null;
  const options: readonly Choice[] | null =
    bulkAction === "assign"
      ? people.map(({ id, name }) => ({ value: id, label: name }))
      : (values?.map((word) => ({ value: word, label: named(word) })) ?? null);
  const hint = bulkAction && HINTS[bulkAction];
  const actions = BULK_ACTIONS.filter(
    (one) => one === bulkAction || !isBulkFacet(one) || kinds.has(bulkFacetOf(one).kind),
  );
  return (
    <form action="/queue/bulk" className="mb-6 flex max-w-xl flex-col items-start gap-4">
      {hiddenFields.map(([name, one], index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the same pair may stand there twice
        <input key={index} type="hidden" name={name} value={one} />
      ))}
      <div className="w-full">
        <SelectField
          name="do"
          label={t("deedLabel")}
          defaultValue={bulkAction}
          options={actions.map((one) => ({ value: one, label: t(`deed.${labelOf(one)}`) }))}
        />
      </div>
      {bulkAction && bulkActionNeedsValue(bulkAction) && (
        <div className="w-full">
          {options ? (
            <SelectField
              name="value"
              label={t("value")}
              defaultValue={value}
              options={options}
              empty={bulkAction === "assign" ? t("nobody") : undefined}
            />
          ) : (
            <TextField
              name="value"
              label={t("value")}
              defaultValue={value}
              hint={hint && t(`valueHint.${hint}`)}
              error={value && !isReady ? t("badValue") : undefined}
            />
          )}
        </div>
      )}
      <Button type="submit">{t("preview")}</Button>
    </form>
  );
}

type RowsProps = Pick<Props, "bulkAction" | "isReady"> & { rows: Props["preview"]["rows"] };

function BulkRows({ rows, bulkAction, isReady }: RowsProps) {
  const t = useTranslations("bulk");
  const named = useValueName(bulkAction);
  return (
    <DataTable
      caption={t("caption")}
      rows={rows}
      rowKey={({ item }) => item.id}
      columns={[
        {
          key: "record",
          header: t("columnRecord"),
          heading: true,
          cell: ({ item }) => (
            <>
              {item.title || item.slug}
              <span className="block font-mono text-xs font-normal text-muted">{item.slug}</span>
            </>
          ),
        },
        { key: "state", header: t("columnState"), cell: ({ item }) => <StateBadge state={item.state} /> },
        {
          key: "outcome",
          header: t("columnOutcome"),
          cell: ({ why, now, isProposed }) =>
            !isReady ? null : why ? (
              <span className="text-muted">{t(`why.${why}`)}</span>
            ) : isProposed ? (
              t("willPropose", { now: now ? named(now) : t("nothing") })
            ) : now ? (
              t("willFrom", { now: named(now) })
            ) : (
              t("will")
            ),
        },
      ]}
    />
  );
}
