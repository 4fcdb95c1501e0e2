import { useTranslations } from "#translations";
import { Button } from "@/components/ui/button";
import { type Column, DataTable } from "@/components/ui/data-table";
import { StateBadge } from "@/components/ui/marks";
import type { RevisionLine } from "@/db/access/history/revision-lines";
import type { VersionChoice } from "@/lib/filters/version-choice";
import { RevisionSummary } from "./revision-summary";

type Props = {
  items: readonly RevisionLine[];
  pair: VersionChoice["pair"];
  /** Where the choice of two is sent; null: there is nothing to compare. */
  path: string | null;
  before: number | null;
};

/** The versions, each with two radio buttons: before and after. */
export function HistoryTable({ items, pair, path, before }: Props) {
  const t = useTranslations("history");
  const radio = (name: "from" | "to", row: RevisionLine) => (
    <label className="inline-flex min-h-8 min-w-8 items-center justify-center">
      <span className="sr-only">
        {t(name === "from" ? "beforeVersion" : "afterVersion", { version: row.version })}
      </span>
      <input
        type="radio"
        name={name}
        value={row.version}
        defaultChecked={row.version === pair?.[name]}
        disabled={row.erased !== null}
        className="size-5 accent-accent"
      />
    </label>
  );
  const choosing: Column<RevisionLine>[] = path
    ? [
        { key: "from", header: t("before"), cell: (row) => radio("from", row) },
        { key: "to", header: t("after"), cell: (row) => radio("to", row) },
      ]
    : [];
  const columns: Column<RevisionLine>[] = [
    ...choosing,
    { key: "what", header: t("columnWhat"), cell: (row) => <RevisionSummary revision={row} /> },
    { key: "state", header: t("columnState"), cell: (row) => row.state && <StateBadge state={row.state} /> },
  ];
  const table = (
    <DataTable caption={t("versions")} rows={items} columns={columns} rowKey={(row) => String(row.version)} />
  );
  if (!path) return table;
  return (
    <form action={path}>
      {before && <input type="hidden" name="before" value={before} />}
      {table}
      <div className="mt-3">
        <Button type="submit" kind="primary">
          {t("compare")}
        </Button>
      </div>
    </form>
  );
}
