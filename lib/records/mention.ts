import { foldText } from "../text/folding";

/** What a person of the desk is called in a comment: "@anna.smit". */
export type Handled = { readonly handle: string; readonly address: string };

/** Letters, digits and . _ + - as they stand in an address; what else it holds becomes a hyphen. */
const plain = (text: string) =>
  foldText(text)
    .replace(/[^a-z0-9._+-]+/g, "-")
    .replace(/^[^a-z0-9]+|[^a-z0-9]+$/g, "");

/**
 * A handle for each person, by id: the part of the e-mail address before the @, or the whole address where two people
 * share that part. Both can be typed; `address` is the longer one.
 */
export function handlesOf(people: readonly { readonly id: string; readonly email: string }[]): Map<string, Handled> {
  const named = people.map(({ id, email }) => {
    const at = email.lastIndexOf("@");
    const local = plain(email.slice(0, at)) || `person-${id.slice(0, 4)}`;
    return { id, local, address: `${local}@${plain(email.slice(at + 1))}` };
  });
  const count = new Map<string, number>();
  for (const { local } of named) count.set(local, (count.get(local) ?? 0) + 1);
  return new Map(
    named.map(({ id, local, address }) => [id, { handle: count.get(local) === 1 ? local : address, address }]),
  );
}

const LETTER = "[\\p{Script=Latin}\\p{M}0-9]";
/** The handle without its @ (or ＠), accents included; an e-mail address, which has something before the @, is none. */
const MENTION = new RegExp(
  `(?<![\\p{Script=Latin}\\p{M}0-9._%+@＠-])[@＠](${LETTER}(?:[\\p{Script=Latin}\\p{M}0-9._+-]*${LETTER})?` +
    `(?:@${LETTER}(?:[\\p{Script=Latin}\\p{M}0-9.-]*${LETTER})?)?)`,
  "gu",
);
const LINK = /https?:\/\/(?:(?![（(【[]https?:)[^\s<>"“”，。、；：！？《》「」])+/gi;
/** What closes a link only where it was opened within it. */
const BRACKETS = ["()", "[]", "（）", "【】"] as const;

type Piece =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "link"; readonly text: string }
  | { readonly kind: "mention"; readonly text: string; readonly handle: string };

/** A comment as what it is made of, in order: text with its line breaks, links to http and https, handles. */
export function piecesOf(body: string): Piece[] {
  const pieces: Piece[] = [];
  let index = 0;
  for (const match of body.matchAll(LINK)) {
    const text = withoutTail(match[0]);
    if (!URL.canParse(text)) continue;
    pieces.push(...mentionsIn(body.slice(index, match.index)), { kind: "link", text });
    index = match.index + text.length;
  }
  return [...pieces, ...mentionsIn(body.slice(index))];
}

/** A full stop or a quotation mark after a link ends the sentence; so does a bracket that was opened before the link. */
function withoutTail(link: string): string {
  const cut = link.replace(/(?:[.,;:!?…'’‘]|['’]s)+$/, "");
  const isOpened = BRACKETS.some(
    ([open = "", close = ""]) => cut.endsWith(close) && cut.split(close).length > cut.split(open).length,
  );
  return isOpened ? withoutTail(cut.slice(0, -1)) : cut;
}

function mentionsIn(text: string): Piece[] {
  const pieces: Piece[] = [];
  let index = 0;
  const add = (until: number) => {
    if (until > index) pieces.push({ kind: "text", text: text.slice(index, until) });
  };
  for (const match of text.matchAll(MENTION)) {
    add(match.index);
    pieces.push({ kind: "mention", text: match[0], handle: foldText(match[1] ?? "") });
    index = match.index + match[0].length;
  }
  add(text.length);
  return pieces;
}

/** The handles that a comment names, each once, in small letters. */
export const handlesIn = (body: string): string[] => [
  ...new Set(piecesOf(body).flatMap((piece) => (piece.kind === "mention" ? [piece.handle] : []))),
];

export const answersTo = ({ handle, address }: Handled, text: string) => text === handle || text === address;
