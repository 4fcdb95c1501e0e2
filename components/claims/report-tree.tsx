import { useTranslations } from "#translations";
import { Link } from "@/components/ui/link";
import type { NewsOutlet, SourceBranch, ReportTree as Tree } from "@/lib/figures/report-tree";

/** Drawn with their outlets; of the rest the names. */
const SHOWN = 20;

/** Who reports whom: each independent source, under it the outlets that carry what it says, and what leads nowhere. */
export function WhoReportsWhom({ tree: { sources, unled } }: { tree: Tree }) {
  const t = useTranslations("reportTree");
  const rest = sources.slice(SHOWN);
  return (
    <div className="text-sm">
      <ul>
        {sources.slice(0, SHOWN).map((source) => (
          <li key={source.members[0]?.id} className="border-b border-rule py-2">
            <Members members={source.members} />{" "}
            <span className="text-muted">
              · {t(source.firstHand ? "firstHand" : "secondHand")} · {t("items", { count: source.items.length })}
            </span>
            <Outlets source={source} />
          </li>
        ))}
        {unled > 0 && <li className="border-b border-rule py-2 text-muted">{t("unled", { count: unled })}</li>}
      </ul>
      {rest.length > 0 && (
        <details className="border-b border-rule py-2">
          <summary className="text-accent">{t("moreSources", { count: rest.length })}</summary>
          {rest.map(({ members }) => members.map(({ name }) => name).join(" + ")).join("; ")}
        </details>
      )}
    </div>
  );
}

function Members({ members }: Pick<SourceBranch, "members">) {
  return (
    <span className="font-semibold">
      {members.map(({ slug, name }, index) => (
        <span key={slug}>
          {index > 0 && " + "}
          <Link href={`/organizations/${slug}`}>{name}</Link>
        </span>
      ))}
    </span>
  );
}

function Outlets({ source: { outlets, more } }: { source: SourceBranch }) {
  const t = useTranslations("reportTree");
  return (
    <ul className="branches mt-1">
      {outlets.map((outlet) => (
        <li key={`${outlet.derivation} ${outlet.publisher?.id}`}>
          <OutletLine outlet={outlet} />
        </li>
      ))}
      {more > 0 && <li className="text-muted">{t("moreOutlets", { count: more })}</li>}
    </ul>
  );
}

function OutletLine({ outlet: { publisher, derivation, count, slugs } }: { outlet: NewsOutlet }) {
  const t = useTranslations("reportTree");
  return (
    <>
      {publisher ? publisher.name : <span className="text-muted">{t("unnamed")}</span>}{" "}
      <span className="text-muted">
        {t(`derivation.${derivation}`)}:{" "}
        {slugs.map((slug, index) => (
          <span key={slug}>
            {index > 0 && ", "}
            <Link href={`/evidence/${slug}`}>{slug}</Link>
          </span>
        ))}
        {count > slugs.length && ` ${t("moreItems", { count: count - slugs.length })}`}
      </span>
    </>
  );
}
