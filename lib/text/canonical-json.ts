/**
 * RFC 8785 (JCS): one text for one value. Keys stand in the order of their UTF-16 code units, numbers as ECMAScript writes
 * them, no white space.
 * @throws TypeError for what JSON can't hold (undefined, NaN, Infinity, bigint, functions, Dates and other class
 * instances, lone surrogates, circles): a hash must not cover something that a reader of the JSON would not see.
 */
export function canonicalJson(value: unknown): string {
  return write(value, [], []);
}

/** Keys and indexes on the way to a value: what is wrong is said with its place, and is hardly ever there. */
type Path = (string | number)[];
const placeOf = (path: Path) => `$${path.map((key) => (typeof key === "number" ? `[${key}]` : `.${key}`)).join("")}`;

function write(value: unknown, path: Path, above: object[]): string {
  if (value === null || typeof value === "boolean") return String(value);
  if (typeof value === "string") return writeString(value, path);
  if (typeof value === "number") return writeNumber(value, path);
  if (typeof value !== "object") throw new TypeError(`${placeOf(path)} is ${typeof value}, which JSON can't hold`);
  if (above.includes(value)) throw new TypeError(`${placeOf(path)} contains itself`);
  above.push(value);
  const written = Array.isArray(value) ? writeArray(value, path, above) : writeObject(value, path, above);
  above.pop();
  return written;
}

function writeAt(key: string | number, value: unknown, path: Path, above: object[]): string {
  path.push(key);
  const written = write(value, path, above);
  path.pop();
  return written;
}

function writeString(text: string, path: Path): string {
  if (!text.isWellFormed()) throw new TypeError(`${placeOf(path)} holds half a surrogate pair`);
  return JSON.stringify(text);
}

function writeNumber(number: number, path: Path): string {
  if (!Number.isFinite(number)) throw new TypeError(`${placeOf(path)} is ${number}, which JSON can't hold`);
  return JSON.stringify(number);
}

function writeArray(items: readonly unknown[], path: Path, above: object[]): string {
  let written = "";
  for (let index = 0; index < items.length; index += 1) {
    written += `${index > 0 ? "," : ""}${writeAt(index, items[index], path, above)}`;
  }
  return `[${written}]`;
}

function writeObject(value: object, path: Path, above: object[]): string {
  const prototype = Object.getPrototypeOf(value) as unknown;
  if (prototype !== null && prototype !== Object.prototype) {
    throw new TypeError(`${placeOf(path)} is not a plain object`);
  }
  let written = "";
  // Sorted without a comparison of ours, keys are by their UTF-16 code units.
  for (const key of Object.keys(value).sort()) {
    const field = writeAt(key, (value as Record<string, unknown>)[key], path, above);
    written += `${written === "" ? "" : ","}${writeString(key, path)}:${field}`;
  }
  return `{${written}}`;
}
