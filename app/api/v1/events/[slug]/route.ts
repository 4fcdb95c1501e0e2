import { apiRecordParts, apiRevise } from "@/app/_server/api";
import { findEvent, reviseEvent } from "@/db/access/events/events";
import { eventParts } from "@/lib/filters/record-parts";
import { eventInput } from "@/lib/records/event";

export const GET = apiRecordParts(eventParts, findEvent);

export const PATCH = apiRevise("event", eventInput, reviseEvent);
