import { useTranslations } from "#translations";

/** The plain search, which needs no JavaScript. `id` keeps two of them on one page apart. */
export function SearchForm({ id, query, children }: { id: string; query?: string; children?: React.ReactNode }) {
  const t = useTranslations("shell");
  return (
    <search className="search-form">
      <form action="/search">
        <label htmlFor={id}>{t("searchLabel")}</label>
        <input id={id} type="search" dir="auto" name="q" defaultValue={query} placeholder={t("searchPlaceholder")} />
        <button type="submit">{t("search")}</button>
      </form>
      {children}
    </search>
  );
}
