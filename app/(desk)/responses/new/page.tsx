import type { Metadata } from "next";
import { useWords } from "#words";
import { readLocale } from "@/app/_server/locale";
import { requirePermission } from "@/app/_server/session";
import { ResponseForm } from "@/components/responses/response-form";
import { PageHeading } from "@/components/ui/page-heading";
import { Words } from "@/components/words";
import { listRecordNames } from "@/db/access/record-names";
import { wordsFor } from "@/lib/words";
import { recordResponseAction } from "../actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: wordsFor(await readLocale(), "response")("newTitle") };
}

export default async function NewResponsePage({ searchParams }: PageProps<"/responses/new">) {
  const actor = await requirePermission("record a response");
  const { station, claim } = await searchParams;
  const [stations, claims] = [[station ?? []].flat(), [claim ?? []].flat()];
  const names = await listRecordNames(actor, { station: stations, claim: claims });
  const t = useWords("response");
  const initial = { stations, answers: claims.map((slug) => ({ claim: slug, answer: "" })) };
  return (
    <>
      <PageHeading title={t("newTitle")} />
      <Words of={["response", "common", "form", "record"]}>
        <ResponseForm action={recordResponseAction} initial={initial} names={names} cancelHref="/responses" />
      </Words>
    </>
  );
}
