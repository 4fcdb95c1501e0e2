import { z } from "zod";
import { RECORD_KINDS } from "./editorial";
import { defineFilter, type FilterValue } from "./filter";
import { cursor, many } from "./filter-field";
import { GATE_REASONS } from "./gate";
import { WAITING_STATES } from "./waiting";

/** The view of what waits. */
export const queueFilter = defineFilter({
  kind: many(RECORD_KINDS),
  state: many(WAITING_STATES),
  reason: many(GATE_REASONS),
  after: cursor(z.strictObject({ at: z.iso.datetime({ offset: true }), id: z.uuid() })),
});
export type QueueView = FilterValue<typeof queueFilter>;
