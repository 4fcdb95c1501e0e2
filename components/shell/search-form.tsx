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
          className="min-h-10 w-full min-w-0 rounded-l-sm border border-rule-strong bg-raised px-3 text-base"
        />
        <button
          type="submit"
          className="rounded-r-sm border border-l-0 border-rule-strong bg-raised px-3 hover:bg-sunken"
        >
          {t("search")}
        </button>
      </form>
      {children}
    </search>
  );
}
