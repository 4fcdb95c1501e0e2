import { readLocale } from "@/app/_server/locale";
import { ClosedPage } from "@/components/shell/dead-end";

export default async function DeskForbidden() {
  await readLocale();
  return <ClosedPage />;
}
