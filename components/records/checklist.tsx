import { useTranslations } from "#translations";
import type { GateLine } from "@/lib/workflow/gate";

const SHAPES = { met: "✓", warns: "!", blocks: "×" } as const;
const STYLES = { met: "text-muted", warns: "", blocks: "font-semibold" } as const;

/** What the publication gate looked at: what blocks, what warns and what is met, each with its shape and its word. */
export function Checklist({ lines }: { lines: readonly GateLine[] }) {
  const t = useTranslations("gate");
  const sentence = (line: GateLine) => {
    const values = { count: line.count ?? 0 };
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
            <span>{sentence(line)}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
