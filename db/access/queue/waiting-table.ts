import type { SubjectKind } from "@/lib/records/editorial";
import { proposals } from "../../schema";
import { editorialTableOf } from "../tables";

/** The table in which a kind waits, with the columns that all of them have. */
export const waitingTable = (kind: SubjectKind) =>
  (kind === "proposal" ? proposals : editorialTableOf(kind)) as unknown as ReturnType<typeof editorialTableOf>;
