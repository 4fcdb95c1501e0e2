import { useTranslations } from "#translations";
import { PageHeading } from "@/components/ui/page-heading";
import { AsOfForm } from "./as-of-form";

/** The head of the page that looks back over the whole dossier; asks for a day until one is given. */
export function AsOfStart({ path, isAsked }: { path: string; isAsked: boolean }) {
  const t = useTranslations("history");
  return (
    <>
      <PageHeading title={t("dossierTitle")} lead={t("dossierLead")} />
      {!isAsked && <AsOfForm path={path} />}
    </>
  );
}
