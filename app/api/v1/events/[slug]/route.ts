import { apiOne, apiRevise } from "@/app/_server/api";
import { findEvent, reviseEvent } from "@/db/access/events";
import { eventInput } from "@/lib/event";

export const GET = apiOne(findEvent);

export const PATCH = apiRevise("event", eventInput, reviseEvent);
