import { NoSuchAddress } from "@/components/shell/dead-end";
import { readLocale } from "./_server/locale";

/** For addresses that no route has. Next sends it along with every page, so it draws no shell. */
export default async function NotFound() {
  await readLocale();
  return <NoSuchAddress />;
}
