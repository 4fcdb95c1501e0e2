import { useTranslations } from "#translations";
import { LANES, type Lane } from "@/lib/timeline/timeline-lane";
import { COLOURS } from "./timeline-entry";

/** As `tracePath` draws them on the stage. */
const SHAPES: Record<Lane, string> = {
  events: "M6 1a5 5 0 1 0 .01 0z",
  reports: "M6 0l6 6l-6 6l-6-6z",
  claims: "M6 1l5 10h-10z",
  responses: "M1 1h10v10h-10z",
  evidence: "M2.5 0h7v12h-7z",
};

/** Which shape and colour is which kind of record, where lanes do not say so. */
export function StageLegend({ names }: { names: Readonly<Record<string, string>> }) {
  const t = useTranslations("explorer");
  return (
    <ul aria-label={t("legend")} className="flex flex-wrap gap-x-4 gap-y-1 text-sm">
      {LANES.map((lane) => (
        <li key={lane} className="flex items-center gap-1.5">
          <svg width="12" height="12" aria-hidden="true">
            <path d={SHAPES[lane]} fill={COLOURS[lane]} />
          </svg>
          {names[lane]}
        </li>
      ))}
    </ul>
  );
}
