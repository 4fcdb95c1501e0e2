import { useTranslations } from "#translations";
import { DataTable } from "@/components/ui/data-table";

type Props = {
  name: string;
  /** Null while that is being read. */
  entries: readonly (readonly [name: string, value: string])[] | null;
};

/** What a file says of itself beside what it shows, by the names that it has there. */
export function FileMetadata({ name, entries }: Props) {
  const t = useTranslations("file");
  if (!entries) return <p className="mt-6 text-muted">{t("metadataNotYet")}</p>;
  if (entries.length === 0) return null;
  const rows = entries.map(([key, value], index) => ({ key, value, place: `${index} ${key}` }));
  return (
    <details className="mt-6">
      <summary className="cursor-pointer font-semibold">
        {t("metadata")} <span className="font-normal text-muted">{entries.length}</span>
      </summary>
      <div className="mt-2 max-w-xl">
        <DataTable
          caption={t("metadataOf", { name })}
          rows={rows}
          rowKey={({ place }) => place}
          columns={[
            { key: "name", header: t("metadataName"), heading: true, cell: ({ key }) => key },
            {
              key: "value",
              header: t("metadataValue"),
              cell: ({ value }) => (
                <bdi key="value" className="break-words">
                  {value}
                </bdi>
              ),
            },
          ]}
        />
      </div>
    </details>
  );
}
