import { useTranslations } from "#translations";
import { picturePath } from "@/lib/records/file";

type Props = {
  file: { readonly id: string; readonly name: string; readonly isSensitive: boolean };
  page: number;
};

const IMAGE = "block h-auto max-w-full border border-rule bg-raised";

/** A page of a file as a picture. Of a sensitive record it is covered until somebody asks, without JavaScript too. */
export function PagePicture({ file: { id, name, isSensitive }, page }: Props) {
  const t = useTranslations("file");
  const picture = (
    // biome-ignore lint/performance/noImgElement: the picture is made once, and answered to whoever may see the file.
    <img
      src={picturePath(id, page, "page")}
      alt={t("pageShown", { page, name })}
      loading={isSensitive ? "lazy" : "eager"}
      className={IMAGE}
    />
  );
  if (!isSensitive) return picture;
  return (
    <details className="group">
      <summary className="mb-2 cursor-pointer">
        <span className="font-semibold group-open:hidden">
          {t("sensitive")}: {t("uncover")}
        </span>
        <span className="hidden font-semibold group-open:inline">{t("cover")}</span>
        <span className="mt-2 block overflow-hidden border border-rule group-open:hidden">
          <Blurred id={id} page={page} className="max-h-80 w-full object-cover object-top" />
        </span>
      </summary>
      {picture}
    </details>
  );
}

/** Too coarse to be read, and told to nobody. */
function Blurred({ id, page, className }: { id: string; page: number; className: string }) {
  return (
    // biome-ignore lint/performance/noImgElement: see above.
    <img src={picturePath(id, page, "thumbnail")} alt="" className={`scale-110 blur-lg ${className}`} />
  );
}

/** The first page, small; what is sensitive is blurred. */
export function Thumbnail({ file: { id, isSensitive } }: Pick<Props, "file">) {
  const look = "max-h-40 w-32 object-cover object-top";
  return (
    <span className="block w-32 shrink-0 self-start overflow-hidden rounded-sm bg-sunken">
      {isSensitive ? (
        <Blurred id={id} page={1} className={look} />
      ) : (
        // biome-ignore lint/performance/noImgElement: see above.
        <img src={picturePath(id, 1, "thumbnail")} alt="" loading="lazy" className={look} />
      )}
    </span>
  );
}
