import { apiList, apiRecord } from "@/app/_server/api";
import { listResponses } from "@/db/access/responses/response-list";
import { recordResponse } from "@/db/access/responses/responses";
import { responseFilter } from "@/lib/filters/response-filter";
import { responseInput } from "@/lib/records/response";

export const GET = apiList(responseFilter, listResponses);

export const POST = apiRecord("response", "responses", responseInput, recordResponse);
