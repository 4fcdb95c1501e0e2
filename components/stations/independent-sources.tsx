import { useTranslations } from "#translations";
import { Link } from "@/components/ui/link";
import type { StationFile } from "@/db/access/stations/station-file";

/** Drawn with their items; of the rest the names. */
const SHOWN = 50;

/** How many sources stand on their own, and which; not how many items repeat them. */
export function IndependentSources({ independent: { count, sources } }: Pick<StationFile, "independent">) {
  const t = useTranslations("station");
  return (
    <section aria-labelledby="sources" className="border-t border-rule pt-3">
      <h2 id="sources" className="text-base">
        {t("independentTitle", { count })}
      </h2>
      <p className="text-xs text-muted">{count === 0 ? t("independentNone") : t("independentLead")}</p>
      <ul className="mt-2 border-t border-rule">
        {sources.slice(0, SHOWN).map(({ members, items, firstHand }) => (
          <li key={members[0]?.id} className="flex flex-wrap items-baseline gap-x-3 border-b border-rule py-1">
            <span className="font-semibold">
              {members.map((member, index) => (
                <span key={member.id}>
                  {index > 0 && " + "}
                  <Link href={`/organizations/${member.slug}`}>{member.name}</Link>
                </span>
              ))}
            </span>
            <span className="text-sm text-muted">
              {t("items", { count: items.length })} · {t(firstHand ? "firstHand" : "secondHand")}
            </span>
          </li>
        ))}
      </ul>
      {sources.length > SHOWN && (
        <details className="border-b border-rule py-2 text-sm">
          <summary className="text-accent">{t("moreSources", { count: sources.length - SHOWN })}</summary>
          {sources
            .slice(SHOWN)
            .map(({ members }) => members.map(({ name }) => name).join(" + "))
            .join("; ")}
        </details>
      )}
    </section>
  );
}
