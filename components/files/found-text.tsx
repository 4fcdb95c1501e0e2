import type { SnippetPart } from "@/lib/text/snippet";

/** Where a page opens at the words that a link is about. */
export const QUOTE = "quote";

export const TEXT_CLASS = "measure whitespace-pre-wrap break-words border-l-2 border-rule pl-4";

type Props = { parts: readonly SnippetPart[] /** Of the first that is marked. */; id?: string };

/** A text with what was asked for marked in it. */
export function FoundText({ parts, id }: Props) {
  let end = 0;
  const first = parts.findIndex(({ isFound }) => isFound);
  const placed = parts.map((part, index) => {
    end += part.text.length;
    return { ...part, end, own: index === first ? id : undefined };
  });
  return placed.map(({ text, isFound, end, own }) =>
    isFound ? (
      <mark key={end} id={own} className="scroll-mt-24 bg-caution-soft text-ink underline">
        {text}
      </mark>
    ) : (
      <span key={end}>{text}</span>
    ),
  );
}
