/** Of a text that came once and no more; a statement with a list of values has a text for each length of the list. */
const MOST_SEEN = 500;
/** Each is parsed, and kept so, by each connection that it comes to. */
const MOST_RECURRING = 200;
const LONGEST_TEXT = 20_000;
/** A page of a list: whether to walk its order or to look up its filter first goes by how rare the value asked for is. */
const NEEDS_ITS_OWN_PLAN = /\blimit \$\d/;

/**
 * Which statements come again and again: those are worth a name at the server, which parses them once for a connection
 * and needs no first trip to say of which types their values are. Bounded, whatever texts there are.
 */
export class RecurringTexts {
  private readonly seen = new Set<string>();
  private readonly recurring = new Set<string>();

  /** Whether this text came before, from its second time on, and may keep the plan that was made for it. */
  has(text: string): boolean {
    if (this.recurring.has(text)) return true;
    if (NEEDS_ITS_OWN_PLAN.test(text)) return false;
    if (this.recurring.size >= MOST_RECURRING || text.length > LONGEST_TEXT) return false;
    if (this.seen.delete(text)) {
      this.recurring.add(text);
      return true;
    }
    if (this.seen.size >= MOST_SEEN) this.seen.clear();
    this.seen.add(text);
    return false;
  }
}
