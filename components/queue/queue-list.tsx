import type { ReactNode } from "react";
import { useTranslations } from "#translations";
import { AddressProblems } from "@/components/records/address-problems";
import { useChips } from "@/components/records/list-frame";
import { Button } from "@/components/ui/button";
import { ActiveFilters, Facet } from "@/components/ui/filter-form";
import { QuietLink } from "@/components/ui/link";
import { PageHeading } from "@/components/ui/page-heading";
import { Tabs } from "@/components/ui/tabs";
import type { QueueAssignee } from "@/db/access/queue/queue";
import type { WaitingCounts } from "@/db/access/queue/waiting-counts";
import type { FilterProblem } from "@/lib/filters/filter";
import {
  DUES,
  QUEUE_FACETS,
  QUEUE_SORTS,
  QUEUE_VIEWS,
  QUEUE_WHO,
  type QueueFacet,
  type QueueView,
  queueFilter,
} from "@/lib/filters/queue-filter";
import { SUBJECT_KINDS } from "@/lib/records/editorial";
import { GATE_REASONS, type GateReason } from "@/lib/workflow/gate";
import { PRIORITIES } from "@/lib/workflow/priority";
import { WAITING_STATES } from "@/lib/workflow/waiting-states";
import { useQueueLabels } from "./queue-labels";

type Props = {
  view: QueueView;
  problems: readonly FilterProblem[];
  waiting: WaitingCounts;
  people: readonly { readonly id: string; readonly name: string }[];
  /** Who has what is shown: also a disabled account, to which nothing is given any more. */
  assignees: readonly QueueAssignee[];
  tags: readonly string[];
  children: ReactNode;
};

const PATH = "/queue";

/** The frame of the queue: for whom it waits, what it is narrowed to, in which order and how it is drawn. */
export function QueueList({ view, problems, waiting, people, assignees, tags, children }: Props) {
  const t = useTranslations("queue");
  const common = useTranslations("common");
  const { legend, formatValue } = useQueueLabels(people, assignees);
  const narrowings = queueFilter.narrowings(view);
  const totalOf = (key: "kind" | "state") => (value: string) =>
    waiting.counts.reduce((sum, row) => sum + (row[key] === value ? row.count : 0), 0);
  const facet = (
    key: QueueFacet,
    values: readonly string[],
    countOf?: (value: string) => number,
    isLeast = false,
  ) => {
    const chosen = view[key].any as readonly string[];
    const options = values.map((value) => ({
      value,
      label: formatValue(key, value),
      count: countOf?.(value),
      isLeast,
      checked: chosen.includes(value),
    }));
    const shown = options.filter(({ count, checked }) => count === undefined || count > 0 || checked);
    return shown.length > 0 && <Facet name={key} legend={legend(key)} visible={9} options={shown} />;
  };
  const chips = useChips(narrowings, { legend, formatValue }, (narrowing) =>
    queueFilter.without(PATH, view, narrowing),
  );
  return (
    <>
      <PageHeading
        title={t("title")}
        lead={t("lead")}
        actions={
          <span className="self-center text-sm">
            <QuietLink href="/trash">{t("trashLink")}</QuietLink>
          </span>
        }
      />
      <AddressProblems problems={problems} />
      <div className="relative mb-3 flex flex-wrap items-center gap-x-6 gap-y-2 border-b border-rule text-sm print:hidden">
        <Tabs
          label={t("whoLabel")}
          isBare
          items={QUEUE_WHO.map((who) => ({
            label: t(`who.${who}`),
            href: queueFilter.href(PATH, view, { who }),
            current: who === view.who,
          }))}
        />
        <details className="review-filters">
          <summary>
            {common("filters")} {narrowings.length > 0 && `(${narrowings.length})`}
          </summary>
          <form action={PATH} data-follow="choices">
            {Object.entries(carriedParams(view)).flatMap(([name, values]) =>
              values.map((value) => <input key={`${name}=${value}`} type="hidden" name={name} value={value} />),
            )}
            {facet("state", WAITING_STATES, totalOf("state"))}
            {facet("kind", SUBJECT_KINDS, totalOf("kind"))}
            {facet("priority", PRIORITIES)}
            {facet("due", DUES)}
            {facet("reason", GATE_REASONS, (value) => waiting.reasons[value as GateReason], waiting.isLeast)}
            {facet(
              "assignee",
              people.map(({ id }) => id),
            )}
            {facet("tag", tags)}
            <noscript>
              <Button type="submit">{common("applyFilters")}</Button>
            </noscript>
          </form>
        </details>
        <Choices label={t("viewLabel")}>
          {QUEUE_VIEWS.map((drawn) => (
            <Choice key={drawn} href={queueFilter.href(PATH, view, { view: drawn })} isNow={drawn === view.view}>
              {t(`view.${drawn}`)}
            </Choice>
          ))}
        </Choices>
        <Choices label={t("sortLabel")}>
          {QUEUE_SORTS.map((sort) => (
            <Choice key={sort} href={queueFilter.href(PATH, view, { sort })} isNow={sort === view.sort}>
              {t(`sort.${sort}`)}
            </Choice>
          ))}
        </Choices>
      </div>
      <div className="mb-3 empty:hidden">
        <ActiveFilters
          items={chips}
          clearHref={queueFilter.href(PATH, { ...queueFilter.absent, who: view.who, view: view.view })}
        />
      </div>
      {children}
    </>
  );
}

/** The parts of the address that the form does not show. */
function carriedParams(view: QueueView): Record<string, string[]> {
  const hiddenFields: Record<string, string[]> = {};
  for (const [key, value] of queueFilter.hidden(view, [...QUEUE_FACETS]))
    hiddenFields[key] = [...(hiddenFields[key] ?? []), value];
  return hiddenFields;
}

function Choices({ label, children }: { label: string; children: ReactNode }) {
  return (
    <nav aria-label={label} className="flex flex-wrap items-baseline gap-x-3">
      <span className="text-muted">{label}:</span>
      {children}
    </nav>
  );
}

function Choice({ href, isNow, children }: { href: string; isNow: boolean; children: string }) {
  return isNow ? (
    <span aria-current="true" className="font-semibold">
      {children}
    </span>
  ) : (
    <QuietLink href={href} staysInPlace>
      {children}
    </QuietLink>
  );
}
