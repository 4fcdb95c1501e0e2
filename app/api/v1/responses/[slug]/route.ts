import { apiOne, apiRevise } from "@/app/_server/api";
import { findResponse, reviseResponse } from "@/db/access/responses/responses";
import { responseInput } from "@/lib/records/response";

export const GET = apiOne(findResponse);

export const PATCH = apiRevise("response", responseInput, reviseResponse);
