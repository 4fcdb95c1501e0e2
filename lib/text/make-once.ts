/** Views that are kept of one answer; of those asked for least lately the first goes. */
const MOST = 30;
const made = new WeakMap<object, Map<string, unknown>>();

/**
 * What is made of an answer that stays the same object for as long as it is right (a cached one is): once for each key, and
 * gone with the answer.
 * @param key names all else that goes into it
 */
export function makeOnce<T>(answer: object, key: string, make: () => T): T {
  const own = made.get(answer) ?? new Map<string, unknown>();
  made.set(answer, own);
  const known = own.has(key) ? (own.get(key) as T) : make();
  own.delete(key);
  own.set(key, known);
  for (const oldest of own.keys()) {
    if (own.size <= MOST) break;
    own.delete(oldest);
  }
  return known;
}
