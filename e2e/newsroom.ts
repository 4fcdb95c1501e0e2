import { dayIn } from "@/lib/dates/time-zone";

/** Neither UTC nor the browser's: a time that is written by another clock shows. */
export const NEWSROOM_ZONE = "Europe/Amsterdam";

export const TODAY = dayIn(new Date(), NEWSROOM_ZONE);
