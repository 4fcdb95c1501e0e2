import type { Metadata } from "next";
import { found } from "@/app/_server/found";
import { readLocale } from "@/app/_server/locale";
import { requireActor } from "@/app/_server/session";
import { CountryPage } from "@/components/countries/country-page";
import { findCountry } from "@/db/access/country-file";
import { listLatest } from "@/db/access/timeline";
import { countryName } from "@/lib/country";
import { may } from "@/lib/policy";

export async function generateMetadata({ params }: PageProps<"/countries/[code]">): Promise<Metadata> {
  return { title: countryName((await params).code.toUpperCase(), await readLocale()) };
}

export default async function Country({ params }: PageProps<"/countries/[code]">) {
  const actor = await requireActor();
  const code = (await params).code.toUpperCase();
  const [file, latest] = await found(
    Promise.all([findCountry(actor, code), listLatest(actor, { country: { any: [code], without: [] } }, 12)]),
  );
  return <CountryPage file={file} latest={latest} showState={may(actor, "read drafts")} now={new Date()} />;
}
