import "server-only";
import { cookies } from "next/headers";
import type { ColumnChoice } from "@/components/ui/column-choices";
import { type ColumnList, columnsCookie, readHidden } from "@/lib/text/hidden-columns";
import { chooseColumns } from "./preference-actions";

/** Which columns of a list this browser's reader has hidden, and what changes that. */
export async function readColumnChoice(list: ColumnList): Promise<ColumnChoice> {
  return { list, hidden: readHidden((await cookies()).get(columnsCookie(list))?.value), choose: chooseColumns };
}
