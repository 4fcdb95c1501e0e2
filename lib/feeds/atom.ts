import { removeControlCharacters } from "../text/control-characters";
import { escapeMarkup } from "../text/escape-markup";

type Entry = {
  readonly id: string;
  readonly title: string;
  readonly content: string;
  /** ISO instant. */
  readonly updated: string;
  readonly link: string;
};
type Feed = {
  readonly id: string;
  readonly title: string;
  readonly self: string;
  readonly alternate: string;
  readonly updated: string;
  readonly entries: readonly Entry[];
};

/** Text for XML 1.0: marked up characters escaped, those that XML can't hold left out. */
const xml = (text: string) => escapeMarkup(removeControlCharacters(text));

/** An Atom feed (RFC 4287); entries in the order given, their content as plain text. */
export function atomFeed({ id, title, self, alternate, updated, entries }: Feed): string {
  const written = entries.map(
    (entry) =>
      `<entry><id>${xml(entry.id)}</id><title>${xml(entry.title)}</title><updated>${entry.updated}</updated><link href="${xml(entry.link)}"/><content type="text">${xml(entry.content)}</content></entry>`,
  );
  return `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom"><id>${xml(id)}</id><title>${xml(title)}</title><updated>${updated}</updated><author><name>Wederhoor</name></author><link rel="self" href="${xml(self)}"/><link href="${xml(alternate)}"/>
${written.join("\n")}
</feed>
`;
}
