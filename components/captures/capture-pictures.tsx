import { useFormatInstant, useTranslations } from "#translations";
import { Thumbnail } from "@/components/files/page-picture";
import type { Capture } from "@/db/access/captures/captures";

const PICTURES = ["first_screen", "after_consent", "full_page"] as const;

/** How a copy looked in a browser: small, each leading to the whole picture. */
export function CapturePictures({ capture: { files, browserAt } }: { capture: Capture }) {
  const t = useTranslations("capture");
  const formatInstant = useFormatInstant();
  const pictures = PICTURES.flatMap((part) => {
    const file = files.find((one) => one.part === part);
    return file ? [{ part, file }] : [];
  });
  return (
    <ul className="flex flex-wrap gap-4 empty:hidden">
      {pictures.map(({ part, file }) => {
        const date = formatInstant(browserAt ?? "", "minute");
        return (
          <li key={part} className="w-32">
            <a
              href={`/files/${file.id}`}
              className="block text-sm"
              aria-label={t("openScreenshot", { part: t(`screenshot.${part}`), date })}
            >
              <Thumbnail file={file} />
              <span className="quiet-link mt-1 block">{t(`screenshot.${part}`)}</span>
            </a>
          </li>
        );
      })}
    </ul>
  );
}
