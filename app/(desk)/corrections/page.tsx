import type { Metadata } from "next";
import { useTranslations } from "#translations";
import { readLocale } from "@/app/_server/locale";
import { requireActor } from "@/app/_server/session";
import { CorrectionList } from "@/components/corrections/correction-list";
import { AddressProblems } from "@/components/records/address-problems";
import { PageHeading } from "@/components/ui/page-heading";
import { listCorrections } from "@/db/access/history/corrections";
import { correctionFilter } from "@/lib/filters/correction-filter";
import { getTranslations } from "@/lib/text/translations";
import { may } from "@/lib/workflow/policy";

export async function generateMetadata(): Promise<Metadata> {
  return { title: getTranslations(await readLocale(), "correction")("title") };
}

export default async function CorrectionsPage({ searchParams }: PageProps<"/corrections">) {
  const actor = await requireActor();
  const { value: view, problems } = correctionFilter.parse(await searchParams);
  const page = await listCorrections(actor, view);
  const t = useTranslations("correction");
  return (
    <>
      <PageHeading
        title={t("title")}
        lead={t("lead")}
        actions={
          <a href="/corrections/feed" data-follow="no">
            {t("feed")}
          </a>
        }
      />
      <AddressProblems problems={problems} />
      <CorrectionList page={page} isFirst={!view.after} mayCorrect={may(actor, "record a claim")} />
    </>
  );
}
