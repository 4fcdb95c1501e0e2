import type { SnippetPart } from "@/lib/text/snippet";

/** A text with what was asked for marked in it. */
export const FoundText = ({ parts }: { parts: readonly SnippetPart[] }) => (
  <>
    {parts.map(({ text, isFound }, index) => {
      // biome-ignore lint/suspicious/noArrayIndexKey: parts of one text have no other name than their place.
      return isFound ? <mark key={index}>{text}</mark> : <span key={index}>{text}</span>;
    })}
  </>
);
