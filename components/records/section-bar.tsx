import { useTranslations } from "#translations";
import { getTranslations } from "@/lib/text/translations";
import type { Actor } from "@/lib/workflow/actor";
import { may } from "@/lib/workflow/policy";

export type Section = {
  /** The id of what it leads to. */
  readonly id: string;
  readonly label: string;
  /** "6" or "6/4". */
  readonly count?: string | number;
};

/** The parts at the foot of a record's page, for whoever sees them. */
export function deskSections(actor: Actor): Section[] {
  const t = getTranslations(actor.locale, "record");
  return [
    ...(may(actor, "read the discussion") ? [{ id: "discussion", label: t("section.discussion") }] : []),
    ...(may(actor, "read the history") ? [{ id: "history", label: t("section.history") }] : []),
  ];
}

/** The parts of a record's page with how much each holds, in sight wherever one is on it. */
export function SectionBar({ sections }: { sections: readonly Section[] }) {
  const t = useTranslations("record");
  return (
    <nav aria-label={t("sections")} className="section-bar">
      <ul className="flex gap-x-5 overflow-x-auto whitespace-nowrap text-sm">
        {sections.map(({ id, label, count }) => (
          <li key={id}>
            <a href={`#${id}`} className="inline-block py-2 text-accent hover:underline">
              {label}
              {count !== undefined && <span className="ml-1 tabular-nums text-muted">{count}</span>}
            </a>
          </li>
        ))}
        {sections.some(({ id }) => id === "discussion") && (
          <li className="md:hidden">
            <a href="#write" className="inline-block py-2 font-semibold text-accent">
              {t("writeComment")}
            </a>
          </li>
        )}
      </ul>
    </nav>
  );
}
