import { useTranslations } from "#translations";
import { Button } from "@/components/ui/button";
import { CONTROL } from "@/components/ui/field";
import { hasHan, MixedText } from "./mixed-text";

type Props = { query: string; kind?: string | undefined; hasProblems?: boolean };

/** The search of the page itself; works without JavaScript. */
export function SearchBox({ query, kind, hasProblems = false }: Props) {
  const t = useTranslations("search");
  return (
    <search>
      <form action="/search" className="max-w-3xl">
        <label htmlFor="search-q" className="font-semibold">
          {t("label")}
        </label>
        <p id="search-hint" className="measure text-sm text-muted">
          <MixedText>{t("hint")}</MixedText>
        </p>
        <div className="mt-2 flex gap-2">
          <input
            id="search-q"
            type="search"
            dir="auto"
            name="q"
            maxLength={200}
            defaultValue={query}
            lang={hasHan(query) ? "zh-Hans" : undefined}
            aria-describedby={hasProblems ? "search-hint search-problems" : "search-hint"}
            className={CONTROL}
          />
          {kind && <input type="hidden" name="kind" value={kind} />}
          <Button type="submit" kind="primary">
            {t("submit")}
          </Button>
        </div>
      </form>
    </search>
  );
}
