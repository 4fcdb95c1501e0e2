import { useTranslations } from "#translations";
import { ListFrame, useChips } from "@/components/records/list-frame";
import { ButtonLink } from "@/components/ui/button";
import { Facet, FilterForm } from "@/components/ui/filter-form";
import { EmptyState } from "@/components/ui/notice";
import { Pager } from "@/components/ui/pager";
import { Tabs } from "@/components/ui/tabs";
import type { listInbox } from "@/db/access/discussion/inbox";
import type { FilterProblem } from "@/lib/filters/filter";
import { type InboxView, inboxFilter } from "@/lib/filters/inbox-filter";
import { MOST_NOTICES, NOTICE_CAUSES, type NoticeCause } from "@/lib/records/notice";
import { InboxLine } from "./inbox-line";
import { type InboxActions, MarkAllRead } from "./mark-read";

type Props = {
  view: InboxView;
  problems: readonly FilterProblem[];
  page: Awaited<ReturnType<typeof listInbox>>;
  counts: Partial<Record<NoticeCause, number>>;
  unread: number;
  actions: InboxActions;
};

const PATH = "/inbox";

/** The inbox: filters, the notices, and the ways to mark them as read. */
export function InboxList({ view, problems, page, counts, unread, actions }: Props) {
  const t = useTranslations("inbox");
  const formatValue = (_key: string, value: string) => t(`causeName.${value as NoticeCause}`);
  const from = inboxFilter.href(PATH, view, { after: view.after });
  const newest = page.items[0];
  const isLeast = Object.values(counts).reduce((sum, count) => sum + count, 0) >= MOST_NOTICES;
  const tab = (show: "all" | "unread") => ({
    href: inboxFilter.href(PATH, view, { show }),
    current: view.show === show,
  });
  return (
    <ListFrame
      title={t("title")}
      lead={t("lead")}
      problems={problems}
      chips={useChips(inboxFilter.narrowings(view), { legend: () => t("filterCause"), formatValue }, (narrowing) =>
        inboxFilter.without(PATH, view, narrowing),
      )}
      clearHref={inboxFilter.href(PATH, inboxFilter.absent, { show: view.show })}
      filters={
        <FilterForm
          action={PATH}
          hiddenFields={Object.fromEntries(inboxFilter.hidden(view, ["cause"]))}
          active={inboxFilter.narrowings(view).length}
        >
          <Facet
            name="cause"
            legend={t("filterCause")}
            options={NOTICE_CAUSES.map((value) => ({
              value,
              label: t(`causeName.${value}`),
              count: counts[value] ?? 0,
              isLeast,
              checked: view.cause.any.includes(value),
            }))}
          />
        </FilterForm>
      }
    >
      <div className="flex flex-col gap-4">
        <Tabs
          label={t("tabs")}
          items={[
            { ...tab("all"), label: t("all") },
            { ...tab("unread"), label: t("unread"), count: unread, isLeast: unread >= MOST_NOTICES },
          ]}
        />
        {unread > 0 && newest && !view.after && (
          <MarkAllRead until={newest.at} from={from} action={actions.readAll} />
        )}
        {page.items.length === 0 && view.show === "all" && inboxFilter.narrowings(view).length === 0 ? (
          <EmptyState title={t("firstTitle")} action={<ButtonLink href="/queue">{t("firstAction")}</ButtonLink>}>
            {t("firstLead")}
          </EmptyState>
        ) : page.items.length === 0 ? (
          <EmptyState title={view.show === "unread" ? t("emptyUnread") : t("emptyTitle")}>
            {t("emptyLead")}
          </EmptyState>
        ) : (
          <ol aria-label={t("list")}>
            {page.items.map((item) => (
              <InboxLine key={item.id} item={item} from={from} actions={actions} />
            ))}
          </ol>
        )}
        <Pager
          total={page.total}
          isLeast={page.total >= MOST_NOTICES}
          shown={page.items.length}
          nextHref={page.next && inboxFilter.href(PATH, view, { after: page.next })}
          firstHref={view.after && inboxFilter.href(PATH, view)}
        />
      </div>
    </ListFrame>
  );
}
