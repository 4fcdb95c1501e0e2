import formatParts from "use-intl/format-message/format-only";
import { parseMessage } from "./message-parts";

type Options = Parameters<typeof formatParts>;
const parsed = new Map<string, Options[1]>();

/**
 * Stands in the built site for `use-intl/format-message` (next.config.js), whose parser is a third of what a list's page loads.
 * The catalogue's test holds both to say the same.
 */
export default function formatMessage(
  ...[key, message, values, options]: [Options[0], string, Options[2], Options[3]]
) {
  const known = parsed.get(message) ?? (parseMessage(message) as Options[1]);
  parsed.set(message, known);
  const said = formatParts(key, known, values, options);
  // A message of which nothing is left is a text without letters: use-intl would take no parts for a fault.
  return Array.isArray(said) && said.length === 0 ? "" : said;
}
formatMessage.raw = true;
