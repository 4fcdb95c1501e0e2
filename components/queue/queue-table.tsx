import { useFormat, useWords } from "#words";
import { RecordTitle } from "@/components/records/record-title";
import { DataTable } from "@/components/ui/data-table";
import { StateBadge } from "@/components/ui/marks";
import { EmptyState } from "@/components/ui/notice";
import type { QueueItem } from "@/db/access/queue";

/** What waits, with what its gate still asks and why it was held. */
export function QueueTable({ items }: { items: readonly QueueItem[] }) {
  const t = useWords("queue");
  const record = useWords("record");
  const format = useFormat();
  return (
    <DataTable
      caption={t("caption")}
      rows={items}
      rowKey={({ id }) => id}
      empty={<EmptyState title={t("emptyTitle")}>{t("emptyLead")}</EmptyState>}
      columns={[
        {
          key: "record",
          header: t("columnRecord"),
          heading: true,
          cell: (item) => (
            <>
              <RecordTitle record={item} />
              <span className="block font-mono text-xs font-normal text-muted">{item.slug}</span>
            </>
          ),
        },
        { key: "kind", header: t("columnKind"), cell: ({ kind }) => record(`kindName.${kind}`) },
        { key: "state", header: t("columnState"), cell: ({ state }) => <StateBadge state={state} /> },
        { key: "reasons", header: t("columnReasons"), cell: (item) => <Reasons item={item} /> },
        {
          key: "since",
          header: t("columnSince"),
          cell: ({ updatedAt, updatedBy }) =>
            t("since", { date: format.dateTime(new Date(updatedAt), { dateStyle: "medium" }), name: updatedBy }),
        },
      ]}
    />
  );
}

function Reasons({ item: { reasons, said } }: { item: QueueItem }) {
  const t = useWords("queue");
  const gate = useWords("gate");
  return (
    <span className="inline-block align-top">
      {reasons.length === 0 && <span className="text-muted">{t("ready")}</span>}
      {reasons.map((reason) => (
        <span key={reason} className="block">
          {gate(`short.${reason}`)}
        </span>
      ))}
      {said && <span className="measure block text-muted">{t("said", { reason: said })}</span>}
    </span>
  );
}
