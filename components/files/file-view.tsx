import { viewingOf } from "@/lib/records/file";

type Props = { id: string; name: string; type: string };

const FRAME = "block max-h-96 w-full rounded-sm bg-sunken object-contain";

/** A recording as it can be played here; what has pages or a text is shown by these, and anything else has its link alone. */
export function FileView({ id, name, type }: Props) {
  const source = `/api/v1/files/${id}`;
  switch (viewingOf(type)) {
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
