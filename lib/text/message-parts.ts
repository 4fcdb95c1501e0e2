/** A message as `icu-minify` writes it, which `use-intl` formats without a parser: text, arguments, branches and tags. */
type MessagePart = string | typeof COUNTED | readonly [string, ...unknown[]];
type Parts = string | MessagePart[];
/** What a branch says in one word is that word by itself. */
type Branch = Parts | typeof COUNTED;

const COUNTED = 0;
const FORMS = { select: 1, plural: 2, selectordinal: 3, number: 4 } as const;
/** What ends a text: an argument, a branch's end, the number that was counted, or a tag. */
const MARKS = /[{}#]|<\/?\w+>/g;

/**
 * The parts of a message in ICU's syntax as far as the catalogues use it: arguments, numbers, plurals, choices, tags.
 * @throws SyntaxError of a message that is not closed, or has another format
 */
export function parseMessage(text: string): Parts {
  const reader = { text, at: 0 };
  const parts = readParts(reader, false);
  if (reader.at < text.length) throw new SyntaxError(`"${text}" goes on after its end.`);
  return alone(parts) ?? parts;
}

type Reader = { readonly text: string; at: number };

/** A text that is all there is. */
function alone(parts: readonly MessagePart[]): string | null {
  if (parts.length === 0) return "";
  return parts.length === 1 && typeof parts[0] === "string" ? parts[0] : null;
}

/** Up to the brace or the tag that ends them, or to the end of the message. */
function readParts(reader: Reader, isCounted: boolean): MessagePart[] {
  const parts: MessagePart[] = [];
  const say = (text: string) => {
    if (text === "") return;
    const last = parts.at(-1);
    if (typeof last === "string") parts[parts.length - 1] = last + text;
    else parts.push(text);
  };
  while (reader.at < reader.text.length) {
    MARKS.lastIndex = reader.at;
    const found = MARKS.exec(reader.text);
    say(reader.text.slice(reader.at, found?.index));
    reader.at = found?.index ?? reader.text.length;
    const mark = found?.[0];
    if (mark === undefined || mark === "}" || mark.startsWith("</")) break;
    reader.at += mark.length;
    if (mark === "{") parts.push(readArgument(reader));
    else if (mark !== "#") parts.push(readTag(reader, mark.slice(1, -1), isCounted));
    else if (isCounted) parts.push(COUNTED);
    else say("#");
  }
  return parts;
}

function readTag(reader: Reader, name: string, isCounted: boolean): MessagePart {
  const parts = readParts(reader, isCounted);
  take(reader, /<\/(\w+)>/y, name);
  return [name, ...(parts.length === 0 ? [""] : parts)];
}

function readArgument(reader: Reader): MessagePart {
  const name = take(reader, /\s*(\w+)\s*/y);
  if (take(reader, /([,}])/y) === "}") return [name];
  const form = take(reader, /\s*(\w+)\s*/y) as keyof typeof FORMS;
  if (!(form in FORMS)) throw new SyntaxError(`"${reader.text}" is formatted as ${form}.`);
  if (form === "number") {
    take(reader, /(\})/y);
    return [name, FORMS.number];
  }
  take(reader, /(,)\s*/y);
  const branches: Record<string, Branch> = Object.create(null);
  while (reader.text[reader.at] !== "}") {
    const key = take(reader, /(=?\w+)\s*\{/y);
    const parts = readParts(reader, form !== "select");
    branches[key] = parts.length === 1 && parts[0] === COUNTED ? COUNTED : (alone(parts) ?? parts);
    take(reader, /(\})\s*/y);
  }
  reader.at += 1;
  return [name, FORMS[form], branches];
}

/** Goes on past what has to stand here. @returns its group */
function take(reader: Reader, what: RegExp, named?: string): string {
  what.lastIndex = reader.at;
  const found = what.exec(reader.text)?.[1];
  if (found === undefined || (named !== undefined && found !== named))
    throw new SyntaxError(`"${reader.text}" lacks ${named ?? what.source} at ${reader.at}.`);
  reader.at = what.lastIndex;
  return found;
}
