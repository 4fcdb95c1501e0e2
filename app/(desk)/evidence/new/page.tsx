import type { Metadata } from "next";
import { useTranslations } from "#translations";
import { changedPageStart } from "@/app/_parts/changed-page";
import { readLocale } from "@/app/_server/locale";
import { orNotFound } from "@/app/_server/or-not-found";
import { requireActorWith } from "@/app/_server/session";
import { EvidenceForm } from "@/components/evidence/evidence-form";
import { Messages } from "@/components/messages";
import { PageHeading } from "@/components/ui/page-heading";
import { listRecordNames } from "@/db/access/records/record-names";
import { referencesIn } from "@/lib/records/record-field";
import { getTranslations } from "@/lib/text/translations";
import { recordEvidenceAction } from "../actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: getTranslations(await readLocale(), "evidence")("newTitle") };
}

/**
 * `?station=nl-amsterdam` begins with that location filled in, `?claim=clm-nl-02` with that claim; `?of=src-001&from=…&to=…` with what two
 * copies of that item's page say against each other.
 */
export default async function NewEvidencePage({ searchParams }: PageProps<"/evidence/new">) {
  const actor = await requireActorWith("record evidence");
  const { station, claim, of, from, to } = await searchParams;
  const [slugs, [claimed = ""]] = [[station ?? []].flat(), [claim ?? []].flat()];
  const [[item], [earlier], [later]] = [[of].flat(), [from].flat(), [to].flat()];
  const changed =
    item && earlier && later
      ? await orNotFound(changedPageStart(actor, { of: item, from: earlier, to: later }))
      : null;
  const named = changed ? referencesIn([changed]) : { station: slugs, claim: claimed ? [claimed] : [] };
  const names = await listRecordNames(actor, named);
  const stations = slugs.filter((slug) => slug in names);
  const [only] = stations;
  const t = useTranslations("evidence");
  return (
    <>
      <PageHeading title={t("newTitle")} />
      <Messages of={["evidence", "capture", "claim", "common", "record", "form", "organization"]}>
        <EvidenceForm
          action={recordEvidenceAction}
          initial={changed ?? { stations, "link.claim": claimed in names ? claimed : "" }}
          names={names}
          cancelHref={item ? `/evidence/${item}` : only ? `/stations/${only}` : "/evidence"}
        />
      </Messages>
    </>
  );
}
