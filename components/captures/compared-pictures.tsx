import { useFormatInstant, useTranslations } from "#translations";
import { PagePicture } from "@/components/files/page-picture";
import type { CaptureFile } from "@/db/access/captures/captured-files";
import type { ComparedCaptures } from "@/db/access/captures/comparison";

type Compared = ComparedCaptures["from"];

/** The whole page, else the last that was seen of it. */
const pictureOf = ({ files }: Compared): CaptureFile | undefined =>
  (["full_page", "after_consent", "first_screen"] as const)
    .map((part) => files.find((file) => file.part === part))
    .find((file) => file !== undefined);

/** How two copies looked, beside each other; nothing where neither was opened in a browser. */
export function ComparedPictures({ from, to }: Pick<ComparedCaptures, "from" | "to">) {
  const t = useTranslations("watch");
  const both = [from, to].map((capture) => ({ capture, file: pictureOf(capture) }));
  if (both.every(({ file }) => !file)) return null;
  return (
    <section aria-labelledby="pictures" className="min-w-0">
      <h2 id="pictures">{t("looks")}</h2>
      <p className="mt-1 text-muted">{t("looksLead")}</p>
      <div className="mt-4 grid gap-6 sm:grid-cols-2">
        {both.map(({ capture, file }) => (
          <ComparedPicture key={capture.id} at={capture.finishedAt ?? ""} file={file} />
        ))}
      </div>
    </section>
  );
}

/** A tall page in a window of its own, which the keyboard scrolls too. */
function ComparedPicture({ at, file }: { at: string; file: CaptureFile | undefined }) {
  const t = useTranslations("watch");
  const formatInstant = useFormatInstant();
  const caption = t("copyOf", { date: formatInstant(at, "minute") });
  return (
    <figure className="min-w-0">
      <figcaption className="mb-2 font-semibold">
        {file ? (
          <a href={`/files/${file.id}`} className="quiet-link">
            {caption}
          </a>
        ) : (
          caption
        )}
      </figcaption>
      {file ? (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by the keyboard.
        <section tabIndex={0} aria-label={caption} className="max-h-[75vh] overflow-y-auto">
          <PagePicture file={file} page={1} />
        </section>
      ) : (
        <p className="text-muted">{t("noScreenshot")}</p>
      )}
    </figure>
  );
}
