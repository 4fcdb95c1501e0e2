import { useTranslations } from "#translations";
import { Link } from "@/components/ui/link";
import { EmptyState } from "@/components/ui/notice";
import type { SearchKind } from "@/db/access/search/search";
import { LIST_PATHS } from "./hit-detail";
import { MixedText } from "./mixed-text";

/** Nothing found: what one could do instead, and the lists. */
export function NoResults({ query }: { query: string }) {
  const t = useTranslations("search");
  return (
    <div role="status" className="mt-6">
      <EmptyState title={t("noneTitle", { query })}>
        <p>{t("noneLead")}</p>
        <ul className="my-2 list-disc pl-5">
          <li>{t("noneShorter")}</li>
          {/["“”„«»「」]/.test(query) && <li>{t("noneQuotes")}</li>}
          <li>
            <MixedText>{t("noneLanguage")}</MixedText>
          </li>
        </ul>
        <Lists lead={t("noneLists")} />
      </EmptyState>
    </div>
  );
}

function Lists({ lead }: { lead: string }) {
  const t = useTranslations("search");
  return (
    <>
      <p>{lead}</p>
      <ul className="flex flex-wrap gap-x-4">
        {(Object.entries(LIST_PATHS) as [SearchKind, string][]).map(([kind, path]) => (
          <li key={kind}>
            <Link href={path}>{t(`group.${kind}`)}</Link>
          </li>
        ))}
      </ul>
    </>
  );
}
