import { headers } from "next/headers";
import { readLocale } from "@/app/_server/locale";
import { ownPath } from "@/app/_server/own-path";
import { ButtonLink } from "@/components/ui/button";
import { wordsFor } from "@/lib/words";

/** What `proxy.ts` answers, with a 503, while the database can't be reached. It asks the database for nothing. */
export default async function UnavailablePage() {
  const t = wordsFor(await readLocale(), "shell");
  const asked = ownPath((await headers()).get("x-path") ?? undefined);
  return (
    <main className="mx-auto max-w-3xl px-4 py-16">
      <div role="alert" className="measure flex flex-col items-start gap-4">
        <h1>{t("unavailableTitle")}</h1>
        <p>{t("unavailableLead")}</p>
        <ButtonLink href={asked}>{t("tryAgain")}</ButtonLink>
      </div>
    </main>
  );
}
