import { useTranslations } from "#translations";
import { QuietLink } from "@/components/ui/link";
import type { readFilePage } from "@/db/access/files/file-texts";
import { viewingOf } from "@/lib/records/file";
import { markFound } from "@/lib/text/snippet";
import { FoundText } from "./found-text";

type Props = {
  file: { readonly id: string; readonly type: string };
  read: Awaited<ReturnType<typeof readFilePage>>;
  /** What is marked in it. */
  query: string;
};

/** The text that was read from a file, a page at a time, as it can be selected and searched. */
export function FileText({ file: { id, type }, read, query }: Props) {
  const t = useTranslations("file");
  const viewing = viewingOf(type);
  if (viewing !== "pdf" && viewing !== "text") return null;
  const hrefOf = (page: number) =>
    `/files/${id}?${new URLSearchParams({ page: String(page), ...(query && { q: query }) })}#text`;
  const { shown, before, after, pages = 0, problem } = read ?? {};
  return (
    <section aria-labelledby="text" className="mt-8">
      <h2 id="text">{t("text")}</h2>
      {!read && <p className="text-muted">{t("textNotYet")}</p>}
      {problem && <p className="text-muted">{t(`unread.${problem}`)}</p>}
      {shown && (
        <>
          <p className="mt-2 flex flex-wrap gap-x-4 text-sm">
            <span>{t("pageOf", { page: shown.page, pages })}</span>
            {before !== undefined && <QuietLink href={hrefOf(before)}>{t("pageBefore")}</QuietLink>}
            {after !== undefined && <QuietLink href={hrefOf(after)}>{t("pageAfter")}</QuietLink>}
            {viewing === "pdf" && (
              <a
                className="plain-link"
                href={`/api/v1/files/${id}#page=${shown.page}`}
                target="_blank"
                rel="noopener"
              >
                {t("openPage", { page: shown.page })}
              </a>
            )}
          </p>
          <p dir="auto" className="measure mt-3 whitespace-pre-wrap break-words border-l-2 border-rule pl-4">
            <FoundText parts={markFound(shown.text, query)} />
          </p>
        </>
      )}
    </section>
  );
}
