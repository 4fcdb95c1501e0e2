import { readLocale } from "@/app/_server/locale";
import { NoSuchPage } from "@/components/shell/dead-end";

export default async function RecordNotFound() {
  await readLocale();
  return <NoSuchPage />;
}
