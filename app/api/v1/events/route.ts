import { apiList, apiRecord } from "@/app/_server/api";
import { listEvents, recordEvent } from "@/db/access/events";
import { eventInput } from "@/lib/event";
import { eventFilter } from "@/lib/event-filter";

export const GET = apiList(eventFilter, listEvents);

export const POST = apiRecord("event", "events", eventInput, recordEvent);
