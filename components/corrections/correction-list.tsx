import { useFormatInstant, useTranslations } from "#translations";
import { RecordTitle } from "@/components/records/record-title";
import { ButtonLink } from "@/components/ui/button";
import { DataTable } from "@/components/ui/data-table";
import { EmptyState } from "@/components/ui/notice";
import { Pager } from "@/components/ui/pager";
import type { Correction, CorrectionCursor } from "@/db/access/history/corrections";
import { encodeCursor } from "@/lib/filters/cursor";

type Props = {
  page: { items: readonly Correction[]; total: number; next: CorrectionCursor | null };
  isFirst: boolean;
  mayCorrect: boolean;
};

/** Every public note, with what it is about where that is still published. */
export function CorrectionList({ page, isFirst, mayCorrect }: Props) {
  const t = useTranslations("correction");
  const record = useTranslations("record");
  const formatInstant = useFormatInstant();
  return (
    <>
      <DataTable
        caption={t("caption")}
        rows={page.items}
        rowKey={({ id }) => id}
        empty={
          <EmptyState
            title={t("emptyTitle")}
            action={mayCorrect && <ButtonLink href="/claims">{t("emptyAction")}</ButtonLink>}
          >
            {t("emptyLead")} {mayCorrect && t("emptyBegin")}
          </EmptyState>
        }
        columns={[
          {
            key: "date",
            header: t("columnDate"),
            cell: ({ at }) => (
              <time dateTime={at} className="whitespace-nowrap">
                {formatInstant(at, "day")}
              </time>
            ),
          },
          { key: "kind", header: t("columnKind"), cell: ({ kind }) => t(`kind.${kind}`) },
          {
            key: "note",
            header: t("columnNote"),
            heading: true,
            cell: ({ note }) => (
              <span dir="auto" className="measure block whitespace-pre-line font-serif text-base">
                {note}
              </span>
            ),
          },
          {
            key: "record",
            header: t("columnRecord"),
            cell: ({ record: line, recordKind }) =>
              line ? (
                <RecordTitle record={line} />
              ) : (
                <span className="text-muted">
                  {record(`kindName.${recordKind}`)}, {t("takenBack")}
                </span>
              ),
          },
        ]}
      />
      {page.total > 0 && (
        <Pager
          total={page.total}
          shown={page.items.length}
          nextHref={page.next && `/corrections?after=${encodeCursor(page.next)}`}
          firstHref={isFirst ? null : "/corrections"}
        />
      )}
    </>
  );
}
