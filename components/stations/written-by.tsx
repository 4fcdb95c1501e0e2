import { useFormatInstant, useTranslations } from "#translations";
import type { Station } from "@/db/access/stations/stations";

/** Who wrote the version that is shown; who checked it stands in the line below. */
export function WrittenBy({ station }: { station: Pick<Station, "writtenBy" | "updatedAt"> }) {
  const t = useTranslations("station");
  const date = useFormatInstant()(station.updatedAt, "day");
  return <p className="mt-4 -mb-8 text-xs text-muted">{t("provenance", { author: station.writtenBy, date })}</p>;
}
