/**
 * RFC 8785 (JCS): one text for one value. Keys stand in the order of their UTF-16 code units, numbers as ECMAScript writes
 * them, no white space.
 * @throws TypeError for what JSON can't hold (undefined, NaN, Infinity, bigint, functions, Dates and other class
 * instances, lone surrogates, circles): a hash must not cover something that a reader of the JSON would not see.
 */
export function canonicalJson(value: unknown): string {
  return write(value, "$", new Set());
}

function write(value: unknown, path: string, above: Set<object>): string {
  if (value === null || typeof value === "boolean") return String(value);
  if (typeof value === "string") return writeString(value, path);
  if (typeof value === "number") return writeNumber(value, path);
  if (typeof value !== "object") throw new TypeError(`${path} is ${typeof value}, which JSON can't hold`);
  if (above.has(value)) throw new TypeError(`${path} contains itself`);
  above.add(value);
  const written = Array.isArray(value) ? writeArray(value, path, above) : writeObject(value, path, above);
  above.delete(value);
  return written;
}

function writeString(text: string, path: string): string {
  if (/\p{Surrogate}/u.test(text)) throw new TypeError(`${path} holds half a surrogate pair`);
  return JSON.stringify(text);
}

function writeNumber(number: number, path: string): string {
  if (!Number.isFinite(number)) throw new TypeError(`${path} is ${number}, which JSON can't hold`);
  return JSON.stringify(number);
}

const writeArray = (items: readonly unknown[], path: string, above: Set<object>) =>
  `[${Array.from(items, (item, index) => write(item, `${path}[${index}]`, above)).join(",")}]`;

function writeObject(value: object, path: string, above: Set<object>): string {
  const prototype = Object.getPrototypeOf(value) as unknown;
  if (prototype !== null && prototype !== Object.prototype) throw new TypeError(`${path} is not a plain object`);
  const fields = Object.entries(value)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, field]) => `${writeString(key, path)}:${write(field, `${path}.${key}`, above)}`);
  return `{${fields.join(",")}}`;
}
