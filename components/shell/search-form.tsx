import { useTranslations } from "#translations";

/** The plain search, which needs no JavaScript. `id` keeps two of them on one page apart. */
export function SearchForm({ id, query, children }: { id: string; query?: string; children?: React.ReactNode }) {
  const t = useTranslations("shell");
  return (
    <search className="flex w-full min-w-0 items-stretch">
      <form action="/search" className="flex min-w-0 flex-1">
        <label htmlFor={id} className="sr-only">
          {t("searchLabel")}
        </label>
        <input
          id={id}
          type="search"
          dir="auto"
          name="q"
          defaultValue={query}
          placeholder={t("searchPlaceholder")}
          className="search-field"
        />
        <button type="submit" className="search-button">
          {t("search")}
        </button>
      </form>
      {children}
    </search>
  );
}
