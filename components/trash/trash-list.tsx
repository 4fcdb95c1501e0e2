import { useFormatInstant, useTranslations } from "#translations";
import { Messages } from "@/components/messages";
import type { RecordFormAction } from "@/components/records/record-form";
import { TransitionForm } from "@/components/records/transition-form";
import { ButtonLink } from "@/components/ui/button";
import { DataTable } from "@/components/ui/data-table";
import { EmptyState } from "@/components/ui/notice";
import { PageHeading } from "@/components/ui/page-heading";
import type { TrashedRecord } from "@/db/access/history/trash";

type Props = { items: readonly TrashedRecord[]; action: RecordFormAction };

/** The trash: who threw what away, when and why, and the way back. */
export function TrashList({ items, action }: Props) {
  const t = useTranslations("trash");
  const record = useTranslations("record");
  const formatInstant = useFormatInstant();
  return (
    <>
      <PageHeading
        title={t("title")}
        lead={t("lead")}
        actions={<ButtonLink href="/queue">{t("backToQueue")}</ButtonLink>}
      />
      <Messages of={items.length > 0 ? ["workflow", "gate"] : []}>
        <DataTable
          caption={t("caption")}
          rows={items}
          rowKey={({ id }) => id}
          empty={<EmptyState title={t("emptyTitle")}>{t("emptyLead")}</EmptyState>}
          columns={[
            {
              key: "record",
              header: t("record"),
              heading: true,
              cell: ({ title, slug }) => (
                <>
                  {title || slug}
                  <span className="block font-mono text-xs font-normal text-muted">{slug}</span>
                </>
              ),
            },
            { key: "kind", header: t("kind"), cell: ({ kind }) => record(`kindName.${kind}`) },
            {
              key: "thrown",
              header: t("thrown"),
              cell: ({ thrownAt, thrownBy }) => t("by", { date: formatInstant(thrownAt, "day"), name: thrownBy }),
            },
            {
              key: "why",
              header: t("why"),
              cell: ({ why }) => why ?? <span className="text-muted">{t("noReason")}</span>,
            },
            {
              key: "restore",
              header: t("restore"),
              cell: ({ kind, slug, version }) => (
                <TransitionForm
                  hidden={{ kind, slug, basedOn: String(version), from: "/trash" }}
                  plain={["restore"]}
                  reasoned={[]}
                  takesNote={false}
                  warnings={[]}
                  action={action}
                />
              ),
            },
          ]}
        />
      </Messages>
    </>
  );
}
