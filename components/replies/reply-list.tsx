import type { ReactNode } from "react";
import { useLocaleCode, useTranslations } from "#translations";
import { useBoxFormatter } from "@/components/records/box-format";
import { facetGroups, ListFilters } from "@/components/records/list-filters";
import { ListFrame, useChips } from "@/components/records/list-frame";
import { TextField } from "@/components/ui/field";
import { Link } from "@/components/ui/link";
import { TimesIn } from "@/components/ui/times-in";
import type { ReplyFacets } from "@/db/access/replies/reply-list";
import type { FilterProblem } from "@/lib/filters/filter";
import { REPLY_FACETS, type ReplyView, replyFilter } from "@/lib/filters/reply-filter";
import { countryName } from "@/lib/records/country";
import type { RecordState } from "@/lib/records/editorial";
import type { ReplyStatus } from "@/lib/records/reply-status";

const DAY_LABELS = ["sentFrom", "sentTo", "dueFrom", "dueTo"] as const;

type Props = {
  view: ReplyView;
  problems: readonly FilterProblem[];
  counts: ReplyFacets;
  isDesk: boolean;
  total: number;
  /** <ListTools> */
  menu: ReactNode;
  children: ReactNode;
};

/** The frame of the ledger: its filters, and what holds now. */
export function ReplyList({ view, problems, counts, isDesk, total, menu, children }: Props) {
  const t = useTranslations("replyRequest");
  const labels = useReplyListLabels(counts);
  const narrowings = [
    ...replyFilter.narrowings(view),
    ...(view.records === "published" ? [{ key: "records", value: view.records, excluded: false }] : []),
  ];
  const day = { type: "date" } as const;
  return (
    <ListFrame
      title={t("ledgerTitle")}
      lead={t("ledgerLead")}
      create={isDesk && { label: t("write"), href: "/replies/new" }}
      problems={problems}
      chips={useChips(narrowings, labels, (narrowing) => replyFilter.without("/replies", view, narrowing))}
      clearHref="/replies"
      total={total}
      menu={menu}
      filters={
        <ListFilters
          action="/replies"
          hiddenFields={replyFilter.hidden(view, ["q", "mine", ...DAY_LABELS, ...REPLY_FACETS])}
          active={narrowings.length}
          q={view.q}
          searchLabel={t("search")}
          groups={facetGroups(REPLY_FACETS, view, counts, labels)}
        >
          {DAY_LABELS.map((name) => (
            <TextField key={name} name={name} label={t(`filter.${name}`)} defaultValue={view[name] ?? ""} {...day} />
          ))}
          {isDesk && (
            <label className="flex min-h-8 items-center gap-2 text-sm">
              <input
                type="checkbox"
                name="mine"
                value="yes"
                defaultChecked={view.mine}
                className="size-4 shrink-0 accent-accent"
              />
              {t("filter.mine")}
            </label>
          )}
        </ListFilters>
      }
    >
      <div className="flex flex-wrap items-baseline gap-x-6 gap-y-1">
        {isDesk && (
          <p className="text-sm">
            <Link href="/replies/calendar">{t("calendar")}</Link>
          </p>
        )}
        <TimesIn />
      </div>
      {children}
    </ListFrame>
  );
}

/** Says the ledger's filters and their values in the reader's words. */
function useReplyListLabels(counts: ReplyFacets) {
  const t = useTranslations("replyRequest");
  const common = useTranslations("common");
  const locale = useLocaleCode();
  const filter = useTranslations("filter");
  const formatBox = useBoxFormatter();
  const legend = (key: string): string =>
    key === "box"
      ? filter("aboutBox")
      : t(`filter.${key as keyof ReplyFacets | "q" | "sent" | "answered" | "government" | "records"}`);
  const formatValue = (key: string, value: string): string => {
    if (key === "status") return t(`status.${value as ReplyStatus}`);
    if (key === "country" || key === "government") return countryName(value, locale);
    if (key === "state") return common(`state.${value as RecordState}`);
    if (key === "mine") return t("mineSaid");
    if (key === "sent") return t("sentSaid");
    if (key === "answered") return t("answeredSaid");
    if (key === "records") return t("publishedSaid");
    if (key === "box") return formatBox(value);
    if (key === "respondent") return counts.respondent.find((found) => found.value === value)?.label ?? value;
    return value;
  };
  return { legend, formatValue };
}
