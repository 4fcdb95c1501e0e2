import { NoSuchPage } from "@/components/shell/dead-end";
import { Wordmark } from "@/components/shell/wordmark";
import { readLocale } from "./_server/locale";

/** For addresses that no route has. Next sends it along with every page, so it draws no shell. */
export default async function NotFound() {
  await readLocale();
  return (
    <main id="content" className="mx-auto flex max-w-[90rem] flex-col gap-8 px-4 py-4 sm:px-6">
      <Wordmark />
      <NoSuchPage />
    </main>
  );
}
