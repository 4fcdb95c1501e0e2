import { useFormat, useWords } from "#words";
import { MonthsChart } from "@/components/charts/months-chart";
import { DataTable } from "@/components/ui/data-table";
import { Figure } from "@/components/ui/figure";
import { EmptyState } from "@/components/ui/notice";
import { Words } from "@/components/words";
import type { Summary } from "@/db/access/summary";
import { CountedNow } from "./as-of";
import { CountLink } from "./count-link";

/** Evidence by the month in which it was published; what has no month is said, not placed. */
export function EvidenceFigure({ summary, now }: { summary: Summary; now: Date }) {
  const t = useWords("overview");
  const format = useFormat();
  const { months, total, coarser, undated, earlier } = summary.evidence;
  if (months.length === 0) return <EmptyState title={t("evidenceNone")} />;
  const bars = months.map(({ month, count }) => ({
    month,
    count,
    label: format.dateTime(new Date(`${month}-01T00:00:00Z`), { month: "long", year: "numeric" }),
  }));
  const filled = bars.filter(({ count }) => count > 0).reverse();
  return (
    <Figure
      title={t("evidenceTitle")}
      summary={t("evidenceSummary", { total, coarser, undated, earlier })}
      table={
        <DataTable
          caption={t("evidenceTitle")}
          rows={filled}
          rowKey={(bar) => bar.month}
          columns={[
            { key: "month", header: t("month"), heading: true, cell: (bar) => bar.label },
            {
              key: "count",
              header: t("items"),
              numeric: true,
              cell: (bar) => <CountLink count={bar.count} href={`/evidence?period=${bar.month}`} />,
            },
          ]}
        />
      }
      provenance={<CountedNow sees={summary.sees} now={now} />}
    >
      <Words of={["chart"]}>
        <MonthsChart bars={bars} />
      </Words>
    </Figure>
  );
}
