import "server-only";
import { quoteFileAction } from "@/app/(desk)/files/actions";
import { FileTextView, markSpan } from "@/components/files/file-text";
import { FoundText, QUOTE, TEXT_CLASS } from "@/components/files/found-text";
import { QuoteFromText } from "@/components/files/quote-form";
import { Messages } from "@/components/messages";
import { findQuoteOf, listClaimsOfFile } from "@/db/access/evidence/quote-file";
import type { readFilePage } from "@/db/access/files/file-texts";
import type { findAttachment } from "@/db/access/files/files";
import { locateTarget, pageOfTarget } from "@/lib/records/quote-target";
import { findQuote } from "@/lib/text/find-quote";
import { markFound } from "@/lib/text/snippet";
import type { Actor } from "@/lib/workflow/actor";
import { may } from "@/lib/workflow/policy";
import { Refusal } from "@/lib/workflow/refusal";

type Props = {
  actor: Actor;
  file: Awaited<ReturnType<typeof findAttachment>>;
  read: Awaited<ReturnType<typeof readFilePage>>;
  /** What is marked: words of a question, or what a claim quotes. */
  query: string;
  claim: string | null;
};

/** A page of a file's text with what is asked for marked in it; for whoever may, with the form that quotes it. */
export async function FilePageText({ actor, file, read, query, claim }: Props) {
  const shown = read?.shown;
  const quoted = claim && shown ? await readQuote(actor, file.id, claim, shown) : null;
  const parts = quoted?.span ? markSpan(shown?.text ?? "", quoted.span) : markFound(shown?.text ?? "", query);
  const marked = { ...(query && { q: query }), ...(quoted && { quote: quoted.claim }) };
  const mayQuote = file.kind === "evidence" && may(actor, "record a claim");
  return (
    <FileTextView
      file={file}
      read={read}
      query={marked}
      quoted={quoted && { ...quoted, isFound: quoted.span !== null }}
    >
      {shown && mayQuote ? (
        <Messages of={["file", "claim", "common", "record", "organization", "form"]}>
          <QuoteFromText
            key={shown.page}
            file={file.id}
            page={shown.page}
            parts={parts}
            claims={await listClaimsOfFile(actor, file.id)}
            action={quoteFileAction}
          />
        </Messages>
      ) : (
        <p dir="auto" className={`mt-3 ${TEXT_CLASS}`}>
          <FoundText parts={parts} id={QUOTE} />
        </p>
      )}
    </FileTextView>
  );
}

/** What the claim quotes, and where on the page; null when it quotes nothing of the file, or is not this person's to see. */
async function readQuote(actor: Actor, file: string, claim: string, { page, text }: { page: number; text: string }) {
  try {
    const { proposition, quote, target } = await findQuoteOf(actor, file, claim);
    const isOfPage = target && pageOfTarget(target) === page;
    return { claim, proposition, span: isOfPage ? locateTarget(text, target) : findQuote(text, quote) };
  } catch (error) {
    if (error instanceof Refusal) return null;
    throw error;
  }
}
