import { apiOne, apiRevise } from "@/app/_server/api";
import { findEvent, reviseEvent } from "@/db/access/events/events";
import { eventInput } from "@/lib/records/event";

export const GET = apiOne(findEvent);

export const PATCH = apiRevise("event", eventInput, reviseEvent);
