import { useTranslations } from "#translations";
import { Link } from "@/components/ui/link";
import type { SearchKind } from "@/db/access/search/search";
import { searchHref } from "./search-href";

type Props = {
  query: string;
  kind?: SearchKind;
  /** The question that is answered instead of it. */
  instead: string | null;
  /** Others that may have been meant. */
  meant: readonly string[];
};

/** That something else is shown than was typed, or that something else may have been meant, with the way to each. */
export function MeantNotice({ query, kind, instead, meant }: Props) {
  const t = useTranslations("search");
  if (instead === null && meant.length === 0) return null;
  return (
    <div role="status" className="measure mt-4">
      {instead !== null && (
        <p>
          {t("instead")} <b dir="auto">{instead}</b>.{" "}
          <Link href={searchHref(query, kind, { isExact: true })}>{t("exactly", { query })}</Link>
        </p>
      )}
      {meant.length > 0 && (
        <p className="flex flex-wrap gap-x-3">
          <span>{t(instead === null ? "meant" : "meantElse")}</span>
          {meant.map((question) => (
            <Link key={question} href={searchHref(question, kind)}>
              {question}
            </Link>
          ))}
        </p>
      )}
    </div>
  );
}
