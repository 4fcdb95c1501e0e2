import { apiList, apiRecord } from "@/app/_server/api";
import { listEvents, recordEvent } from "@/db/access/events/events";
import { eventFilter } from "@/lib/filters/event-filter";
import { eventInput } from "@/lib/records/event";

export const GET = apiList(eventFilter, listEvents);

export const POST = apiRecord("event", "events", eventInput, recordEvent);
