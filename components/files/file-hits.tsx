import { useTranslations } from "#translations";
import { RecordTitle } from "@/components/records/record-title";
import { QuietLink } from "@/components/ui/link";
import type { FileHit } from "@/db/access/files/file-search";
import { commentFilePath } from "@/lib/records/file";
import { FoundText } from "./found-text";

const pagePath = (id: string, page: number, query: string) =>
  `/files/${id}?${new URLSearchParams({ page: String(page), q: query })}#text`;

type Props = { query: string; items: readonly FileHit[]; isMore: boolean };

/** Files whose text answers a question, each with the words that do, and the way to their page. */
export function FileHits({ query, items, isMore }: Props) {
  const t = useTranslations("file");
  if (items.length === 0) return null;
  return (
    <section aria-labelledby="found-files" className="mt-8">
      <h2 id="found-files">
        {t("inFiles")}{" "}
        <span className="font-sans text-base font-normal text-muted">
          {items.length}
          {isMore && "+"}
        </span>
      </h2>
      <ul>
        {items.map(({ id, name, type, page, snippet, record, comment }) => (
          <li key={id} className="border-b border-rule py-2">
            <QuietLink href={comment ? commentFilePath(id) : pagePath(id, page, query)}>
              <bdi>{name}</bdi>
              {type === "application/pdf" && <>, {t("onPage", { page })}</>}
            </QuietLink>
            <p dir="auto" className="measure text-sm">
              <FoundText parts={snippet} />
            </p>
            <p className="text-sm text-muted">
              {t(comment ? "ofCommentOn" : "ofRecord")} <RecordTitle record={record} />
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
