import { useFormatInstant, useTranslations } from "#translations";
import { Breadcrumb } from "@/components/records/breadcrumb";
import { ButtonLink } from "@/components/ui/button";
import { DataTable } from "@/components/ui/data-table";
import { Foreign } from "@/components/ui/foreign";
import { ExternalLink, QuietLink } from "@/components/ui/link";
import { Badge } from "@/components/ui/marks";
import { EmptyState, Notice } from "@/components/ui/notice";
import { PageHeading } from "@/components/ui/page-heading";
import { TimesIn } from "@/components/ui/times-in";
import type { Watch } from "@/db/access/watches/watches";
import { siteOf } from "@/lib/text/site-of-url";
import { LastLook } from "./watch-state";
import { type WatchActions, WatchRules, WatchSteps } from "./watch-steps";

type Props = {
  watches: readonly Watch[];
  /** Whether this installation asks for pages at all. */
  looks: boolean;
  /** May pause and end those of others. */
  plansOthers: boolean;
  actions: WatchActions;
};

/** The pages that the desk watches: what the last look found, when the next one is, and the way to pause and to end. */
export function WatchesPage({ watches, looks, plansOthers, actions }: Props) {
  const t = useTranslations("watch");
  const tEvidence = useTranslations("evidence");
  const formatInstant = useFormatInstant();
  const mayChange = (watch: Watch) => watch.isOwn || plansOthers;
  return (
    <>
      <PageHeading
        above={<Breadcrumb places={[{ href: "/evidence", label: tEvidence("title") }]} />}
        title={t("title")}
        lead={t("lead")}
      />
      {!looks && <Notice kind="caution">{t("off")}</Notice>}
      {watches.length > 0 && <TimesIn />}
      <DataTable
        caption={t("title")}
        rows={watches}
        rowKey={({ id }) => id}
        empty={
          <EmptyState title={t("empty")} action={<ButtonLink href="/evidence">{tEvidence("title")}</ButtonLink>}>
            {t("emptyLead")}
          </EmptyState>
        }
        columns={[
          { key: "page", header: t("page"), heading: true, cell: (watch) => <WatchedPage watch={watch} /> },
          { key: "by", header: t("by"), cell: ({ by }) => by },
          {
            key: "every",
            header: t("everyField"),
            cell: ({ every, state }) => (
              <>
                {t(`everyName.${every}`)} {state === "paused" && <Badge>{t("paused")}</Badge>}
              </>
            ),
          },
          { key: "status", header: t("status"), cell: (watch) => <LastLook watch={watch} /> },
          { key: "next", header: t("next"), cell: ({ nextLook }) => nextLook && formatInstant(nextLook, "minute") },
          {
            key: "actions",
            header: t("actions"),
            cell: (watch) => (
              <>
                {mayChange(watch) && <WatchSteps watch={watch} actions={actions} />}
                <WatchRules watch={watch} actions={actions} mayChange={mayChange(watch)} />
              </>
            ),
          },
        ]}
      />
    </>
  );
}

const WatchedPage = ({ watch: { evidence, title, language, url } }: { watch: Watch }) => (
  <>
    <span className="block leading-6">
      <QuietLink href={`/evidence/${evidence}`}>
        <Foreign lang={language}>{title}</Foreign>
      </QuietLink>
    </span>
    <span className="block font-normal leading-6 [overflow-wrap:anywhere]">
      <ExternalLink href={url}>{siteOf(url) ?? url}</ExternalLink>
    </span>
  </>
);
