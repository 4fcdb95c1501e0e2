import { useTranslations } from "#translations";
import type { ColumnList } from "@/lib/text/hidden-columns";
import { Button } from "./button";

export type ColumnChoice = {
  readonly list: ColumnList;
  readonly hidden: readonly string[];
  readonly choose: (form: FormData) => Promise<void>;
};

type Props = { choice: ColumnChoice; columns: readonly { readonly key: string; readonly header: string }[] };

/** Which columns of a list are shown: a plain form, kept for whoever chose in this browser. */
export function ColumnChoices({ choice: { list, hidden, choose }, columns }: Props) {
  const t = useTranslations("common");
  return (
    <details className="list-menu mb-1 ml-auto w-max max-sm:hidden print:hidden" name="nav-menu">
      <summary className="cursor-pointer text-sm text-accent">
        {t("columns")} <span aria-hidden="true">▾</span>
      </summary>
      <div>
        <form action={choose} className="flex flex-col gap-1">
          <input type="hidden" name="list" value={list} />
          {columns.map(({ key, header }) => (
            <label key={key} className="flex items-center gap-2">
              <input type="hidden" name="all" value={key} />
              <input
                type="checkbox"
                name="shown"
                value={key}
                defaultChecked={!hidden.includes(key)}
                className="size-4 accent-accent"
              />
              {header}
            </label>
          ))}
          <div className="mt-2">
            <Button type="submit">{t("columnsShow")}</Button>
          </div>
        </form>
      </div>
    </details>
  );
}
