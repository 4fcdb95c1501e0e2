import type { Metadata } from "next";
import { readLocale } from "@/app/_server/locale";
import { requirePermission } from "@/app/_server/session";
import { NewStation } from "@/components/stations/station-editor";
import { wordsFor } from "@/lib/text/words";
import { recordStationAction } from "../actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: wordsFor(await readLocale(), "station")("newTitle") };
}

export default async function NewStationPage() {
  await requirePermission("record a station");
  return <NewStation action={recordStationAction} />;
}
