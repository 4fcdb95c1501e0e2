import { apiRecordParts, apiRevise } from "@/app/_server/api";
import { findResponse, reviseResponse } from "@/db/access/responses/responses";
import { responseParts } from "@/lib/filters/record-parts";
import { responseInput } from "@/lib/records/response";

export const GET = apiRecordParts(responseParts, findResponse);

export const PATCH = apiRevise("response", responseInput, reviseResponse);
