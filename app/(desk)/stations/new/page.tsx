import type { Metadata } from "next";
import { readLocale } from "@/app/_server/locale";
import { requireActorWith } from "@/app/_server/session";
import { NewStation } from "@/components/stations/station-editor";
import { getTranslations } from "@/lib/text/translations";
import { recordStationAction } from "../actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: getTranslations(await readLocale(), "station")("newTitle") };
}

export default async function NewStationPage() {
  await requireActorWith("record a station");
  return <NewStation action={recordStationAction} />;
}
