/** What a record holds under a key that somebody typed: "constructor" and "__proto__" are no keys of one that lacks them. */
export const ownEntry = <V>(record: Readonly<Record<string, V>>, key: string): V | undefined =>
  Object.hasOwn(record, key) ? record[key] : undefined;
