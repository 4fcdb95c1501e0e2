import { useLocaleCode } from "#translations";
import type { StatusReport } from "@/db/access/stations/status-reports";
import { formatDay } from "@/lib/dates/format-date";
import { statusStrip } from "@/lib/figures/status-strip";
import { statusGlyph } from "@/lib/records/status";

const percent = (share: number) => `${(share * 100).toFixed(2)}%`;

/** The dated reports on one line; the list beside it says the same in words. */
export function StatusStrip({ reports, today }: { reports: readonly StatusReport[]; today: string }) {
  const locale = useLocaleCode();
  const { stretches, ticks, unit } = statusStrip(reports, today);
  if (stretches.length < 2) return null;
  return (
    <svg aria-hidden="true" width="100%" height="56" className="my-2 overflow-visible print-exact">
      <line x1="0" x2="100%" y1="28" y2="28" className="stroke-rule-strong" />
      {ticks.map(({ from, at }) => (
        <g key={from}>
          <line x1={percent(at)} x2={percent(at)} y1="24" y2="32" className="stroke-rule-strong" />
          <text x={percent(at)} y="50" textAnchor="middle" className="fill-muted text-xs">
            {unit === "year" ? from.slice(0, 4) : formatDay(from, locale, "monthAndYear")}
          </text>
        </g>
      ))}
      {stretches.map(({ item, from, to }) => (
        <g key={item.id}>
          <line
            x1={percent(from)}
            x2={percent(to)}
            y1="28"
            y2="28"
            strokeWidth="5"
            strokeLinecap="round"
            className="stroke-accent"
          />
          <text x={percent((from + to) / 2)} y="18" textAnchor="middle" className="fill-ink font-mono font-bold">
            {statusGlyph(item.status)}
          </text>
        </g>
      ))}
    </svg>
  );
}
