import { type SQL, sql } from "drizzle-orm";
import { replyEntries, replyRequests } from "../schema";

/** The id of the response that was entered last as the answer to a request; null while there is none. */
export const answerTo: SQL<string | null> =
  sql`(select ${replyEntries.responseId} from ${replyEntries} where ${replyEntries.requestId} = ${replyRequests.id} and ${replyEntries.responseId} is not null order by ${replyEntries.happenedOn} desc, ${replyEntries.at} desc limit 1)`;
