import type { ReactNode } from "react";
import { useTranslations } from "#translations";
import { DeskText } from "@/components/ui/desk-text";
import { Link, QuietLink } from "@/components/ui/link";
import { Notice } from "@/components/ui/notice";
import type { readFilePage } from "@/db/access/files/file-texts";
import { viewingOf } from "@/lib/records/file";
import type { SnippetPart } from "@/lib/text/snippet";

type Props = {
  file: { readonly id: string; readonly type: string };
  read: Awaited<ReturnType<typeof readFilePage>>;
  /** What is marked in it, as the address of another page says it. */
  query: Readonly<Record<string, string>>;
  /** The claim whose quote is marked, and whether this page says it. */
  quoted: { readonly claim: string; readonly proposition: string; readonly isFound: boolean } | null;
  /** The text of the page, as it can be read or quoted. */
  children: ReactNode;
};

/** A page's text with a part of it marked. */
export const markSpan = (text: string, { start, end }: { start: number; end: number }): SnippetPart[] =>
  [
    { text: text.slice(0, start), isFound: false },
    { text: text.slice(start, end), isFound: true },
    { text: text.slice(end), isFound: false },
  ].filter((part) => part.text !== "");

/** The text that was read from a file, a page at a time, as it can be selected and searched. The pages of a PDF are turned by its pictures. */
export function FileTextView({ file: { id, type }, read, query, quoted, children }: Props) {
  const t = useTranslations("file");
  const viewing = viewingOf(type);
  if (viewing !== "pdf" && viewing !== "text") return null;
  const hrefOf = (page: number) => `/files/${id}?${new URLSearchParams({ page: String(page), ...query })}#text`;
  const { shown, before, after, pages = 0, problem } = read ?? {};
  return (
    <section aria-labelledby="text" className="mt-8">
      <h2 id="text">{t("text")}</h2>
      {!read && <p className="text-muted">{t("textNotYet")}</p>}
      {problem && <p className="text-muted">{t(`unread.${problem}`)}</p>}
      {read && !problem && !shown && <p className="text-muted">{t("pageEmpty")}</p>}
      {shown && (
        <>
          {viewing === "text" && (
            <p className="mt-2 flex flex-wrap gap-x-4 text-sm">
              <span>{t("pageOf", { page: shown.page, pages })}</span>
              {before !== undefined && <QuietLink href={hrefOf(before)}>{t("pageBefore")}</QuietLink>}
              {after !== undefined && <QuietLink href={hrefOf(after)}>{t("pageAfter")}</QuietLink>}
            </p>
          )}
          {quoted && <QuotedNotice {...quoted} />}
          {children}
        </>
      )}
    </section>
  );
}

function QuotedNotice({ claim, proposition, isFound }: NonNullable<Props["quoted"]>) {
  const t = useTranslations("file");
  return (
    <div className="mt-3">
      <Notice kind={isFound ? "note" : "caution"} title={t(isFound ? "quotedIn" : "quoteNotHere")}>
        <p>
          <Link href={`/claims/${claim}`}>
            <DeskText>{proposition}</DeskText>
          </Link>
        </p>
      </Notice>
    </div>
  );
}
