import type { Metadata } from "next";
import { useTranslations } from "#translations";
import { readLocale } from "@/app/_server/locale";
import { requireActorWith } from "@/app/_server/session";
import { EvidenceForm } from "@/components/evidence/evidence-form";
import { Messages } from "@/components/messages";
import { PageHeading } from "@/components/ui/page-heading";
import { listRecordNames } from "@/db/access/records/record-names";
import { getTranslations } from "@/lib/text/translations";
import { recordEvidenceAction } from "../actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: getTranslations(await readLocale(), "evidence")("newTitle") };
}

/** `?station=nl-amsterdam` begins with that location filled in, `?claim=clm-nl-02` with that claim. */
export default async function NewEvidencePage({ searchParams }: PageProps<"/evidence/new">) {
  const actor = await requireActorWith("record evidence");
  const { station, claim } = await searchParams;
  const [slugs, [claimed = ""]] = [[station ?? []].flat(), [claim ?? []].flat()];
  const names = await listRecordNames(actor, { station: slugs, claim: claimed ? [claimed] : [] });
  const stations = slugs.filter((slug) => slug in names);
  const [only] = stations;
  const t = useTranslations("evidence");
  return (
    <>
      <PageHeading title={t("newTitle")} />
      <Messages of={["evidence", "capture", "claim", "common", "record", "form", "organization"]}>
        <EvidenceForm
          action={recordEvidenceAction}
          initial={{ stations, "link.claim": claimed in names ? claimed : "" }}
          names={names}
          cancelHref={only ? `/stations/${only}` : "/evidence"}
        />
      </Messages>
    </>
  );
}
