import type { SnippetPart } from "@/lib/text/snippet";

/** A text with what was asked for marked in it. */
export function FoundText({ parts }: { parts: readonly SnippetPart[] }) {
  let end = 0;
  const placed = parts.map((part) => {
    end += part.text.length;
    return { ...part, end };
  });
  return placed.map(({ text, isFound, end }) =>
    isFound ? (
      <mark key={end} className="bg-caution-soft text-ink underline">
        {text}
      </mark>
    ) : (
      <span key={end}>{text}</span>
    ),
  );
}
