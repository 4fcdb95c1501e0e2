import { DESK_WRITES } from "./matrix-desk-writes";
import { READING } from "./matrix-reading";
import { RECORD_WRITES } from "./matrix-record-writes";
import type { MatrixRow } from "./matrix-row";
import { STEP_WRITES } from "./matrix-transition-writes";
import { WATCH_WRITES } from "./matrix-watches";

/** One function may have several rows: what it writes can take a permission of its own. */
export const WRITES: Readonly<Record<string, readonly MatrixRow[]>> = {
  ...DESK_WRITES,
  ...READING,
  ...RECORD_WRITES,
  ...STEP_WRITES,
  ...WATCH_WRITES,
};
