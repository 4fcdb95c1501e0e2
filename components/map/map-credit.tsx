import { useTranslations } from "#translations";
import { ExternalLink } from "@/components/ui/link";

/** Whose places and whose shapes a map draws. */
export function MapCredit() {
  const t = useTranslations("map");
  return (
    <p className="text-xs text-muted">
      <ExternalLink href="https://www.geonames.org/">{t("places")}</ExternalLink> ·{" "}
      <ExternalLink href="https://www.naturalearthdata.com/">{t("shapes")}</ExternalLink> · {t("borders")}
    </p>
  );
}
