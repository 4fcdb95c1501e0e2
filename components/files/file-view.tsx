import { useTranslations } from "#translations";
import { viewingOf } from "@/lib/records/file";

type Props = { id: string; name: string; type: string };

const FRAME = "block max-h-96 w-full rounded-sm bg-sunken object-contain";

/** A file as a browser can show it here; what it can't show safely has its link alone. */
export function FileView({ id, name, type }: Props) {
  const t = useTranslations("file");
  const source = `/api/v1/files/${id}`;
  switch (viewingOf(type)) {
    case "image":
      return (
        <a href={source} target="_blank" rel="noopener">
          {/* biome-ignore lint/performance/noImgElement: an original is shown as it came, not made anew by an optimizer. */}
          <img src={source} alt={t("open", { name })} loading="lazy" className={FRAME} />
        </a>
      );
    case "audio":
      return (
        // biome-ignore lint/a11y/useMediaCaption: what was handed in has none.
        <audio src={source} controls preload="none" aria-label={name} className="w-full" />
      );
    case "video":
      return (
        // biome-ignore lint/a11y/useMediaCaption: what was handed in has none.
        <video src={source} controls preload="metadata" aria-label={name} className={FRAME} />
      );
    default:
      return null;
  }
}
