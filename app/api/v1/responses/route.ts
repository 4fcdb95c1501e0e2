import { apiList, apiRecord } from "@/app/_server/api";
import { listResponses } from "@/db/access/response-list";
import { recordResponse } from "@/db/access/responses";
import { responseInput } from "@/lib/response";
import { responseFilter } from "@/lib/response-filter";

export const GET = apiList(responseFilter, listResponses);

export const POST = apiRecord("response", "responses", responseInput, recordResponse);
