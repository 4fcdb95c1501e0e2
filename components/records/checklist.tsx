import { Fragment } from "react";
import { useTranslations } from "#translations";
import { Link } from "@/components/ui/link";
import { workPath } from "@/lib/records/record-path";
import type { GateLine, GateRecord } from "@/lib/workflow/gate";

const SHAPES = { met: "✓", warns: "!", blocks: "×" } as const;
const STYLES = { met: "text-muted", warns: "", blocks: "font-semibold" } as const;
/** More are folded away, so that the lines below stay in sight. */
const SHOWN = 3;
/** Of more than these the number alone is told: they stand on the record's page. */
const LINKED = 50;

/** What the publication gate looked at: what blocks, what warns and what is met, each with its shape, its word and what it counted. */
export function Checklist({ lines }: { lines: readonly GateLine[] }) {
  const t = useTranslations("gate");
  const sentence = (line: GateLine) => {
    const values = { count: line.count ?? 0, by: line.by ?? "" };
    return line.standing === "met" ? t(`met.${line.key}`, values) : t(line.key, values);
  };
  return (
    <div>
      <p className="text-sm font-semibold">{t("title")}</p>
      {!lines.some(({ standing }) => standing === "blocks") && <p className="text-sm">{t("open")}</p>}
      <ul className="measure mt-1 text-sm">
        {lines.map((line) => (
          <li key={line.key} className={`flex gap-2 ${STYLES[line.standing]}`}>
            <span
              className="w-4 shrink-0 text-center font-mono"
              role="img"
              aria-label={t(`standing.${line.standing}`)}
            >
              {SHAPES[line.standing]}
            </span>
            <div className="min-w-0">
              <span>{sentence(line)}</span>
              {line.records && line.records.length > 0 && <Counted records={line.records} />}
            </div>
          </li>
        ))}
      </ul>
    </div>
  );
}

function Counted({ records }: { records: readonly GateRecord[] }) {
  const t = useTranslations("gate");
  const links = (
    <span className="block font-normal">
      {records.slice(0, LINKED).map(({ kind, slug, name }, index) => (
        <Fragment key={`${kind} ${slug}`}>
          {index > 0 && "; "}
          <Link href={workPath(kind, slug)}>{name || slug}</Link>
        </Fragment>
      ))}
      {records.length > LINKED && <> {t("moreRecords", { count: records.length - LINKED })}</>}
    </span>
  );
  if (records.length <= SHOWN) return links;
  return (
    <details>
      <summary className="cursor-pointer">{t("records", { count: records.length })}</summary>
      {links}
    </details>
  );
}
