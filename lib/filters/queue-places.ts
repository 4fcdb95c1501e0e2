import { WAITING_STATES, type WaitingState } from "../workflow/waiting-states";
import { type QueueView, queueFilter } from "./queue-filter";

/** The addresses around a view of the queue, so that its island need not know how a view is written. */
export type QueuePlaces = {
  /** The view as the API is asked for it. */
  readonly query: string;
  /** Where the list is now, and its beginning. */
  readonly here: string;
  readonly first: string;
  /** The page that takes one step with all of it. */
  readonly bulk: string;
  readonly isBoard: boolean;
  /** Whether the list stands at its beginning. */
  readonly isFirst: boolean;
  readonly states: Readonly<Record<WaitingState, string>>;
};

const PATH = "/queue";

export function queuePlaces(view: QueueView): QueuePlaces {
  const ofState = (state: WaitingState) =>
    queueFilter.href(PATH, view, { view: "table", state: { any: [state], without: [] } });
  return {
    query: queueFilter.toQuery(view),
    here: queueFilter.href(PATH, view, { after: view.after }),
    first: queueFilter.href(PATH, view),
    bulk: queueFilter.href(`${PATH}/bulk`, { ...view, view: "table", after: undefined }),
    isBoard: view.view === "board",
    isFirst: !view.after,
    states: Object.fromEntries(WAITING_STATES.map((state) => [state, ofState(state)])) as QueuePlaces["states"],
  };
}
