import { useTranslations } from "#translations";
import { QuietLink } from "@/components/ui/link";
import type { findAttachment } from "@/db/access/files/files";
import { viewingOf } from "@/lib/records/file";
import { PagePicture } from "./page-picture";

type Shown = Pick<Awaited<ReturnType<typeof findAttachment>>, "id" | "name" | "type" | "isSensitive" | "isRedacted">;
type Props = {
  file: Shown;
  /** The original of a copy, or a copy of an original: shown beside the file. */
  other: { readonly file: Shown; readonly isOriginal: boolean } | null;
  pages: number;
  page: number;
  /** What is marked in its text, as the address of another page says it. */
  query: Readonly<Record<string, string>>;
};

/** A file page by page, as pictures; an image is one page. */
export function FilePages({ file, other, page, pages, query }: Props) {
  const t = useTranslations("file");
  const isPdf = viewingOf(file.type) === "pdf";
  const name = isPdf ? t("pageOf", { page, pages }) : t("kind.image");
  return (
    <section aria-labelledby="pages" className="mt-4">
      <h2 id="pages" className={isPdf ? "" : "sr-only"}>
        {name}
      </h2>
      {pages > 1 && <PageLinks id={file.id} page={page} pages={pages} query={query} />}
      {other ? (
        <Beside file={file} other={other} page={page} />
      ) : (
        <div className="mt-3 max-w-4xl">
          <PagePicture file={file} page={page} />
        </div>
      )}
    </section>
  );
}

function PageLinks({ id, page, pages, query }: { id: string } & Pick<Props, "page" | "pages" | "query">) {
  const t = useTranslations("file");
  const hrefOf = (to: number) => `/files/${id}?${new URLSearchParams({ page: String(to), ...query })}#pages`;
  return (
    <p className="mt-2 flex flex-wrap gap-x-4 text-sm">
      {page > 1 && <QuietLink href={hrefOf(page - 1)}>{t("pageBefore")}</QuietLink>}
      {page < pages && <QuietLink href={hrefOf(page + 1)}>{t("pageAfter")}</QuietLink>}
    </p>
  );
}

/** The original and its copy, the same page of each. */
function Beside({ file, other, page }: Pick<Props, "file" | "page"> & { other: NonNullable<Props["other"]> }) {
  const t = useTranslations("redaction");
  const sides = other.isOriginal ? [other.file, file] : [file, other.file];
  return (
    <div className="mt-3 grid gap-6 lg:grid-cols-2">
      {sides.map((side, index) => (
        <figure key={side.id} className="m-0 min-w-0">
          <figcaption className="mb-2 font-semibold">{t(index === 0 ? "original" : "copy")}</figcaption>
          <PagePicture file={side} page={page} />
        </figure>
      ))}
    </div>
  );
}
