import { useFormatInstant } from "#translations";
import { PlainLink } from "@/components/ui/link";
import { commentFilePath } from "@/lib/records/file";

type Named = { readonly id: string; readonly name: string; readonly at: string; readonly comment?: string | null };
type Props = { files: readonly Named[] };

/** Files by their names, each a link to its page, or of a comment to itself, with when something happened to it. */
export function NamedFiles({ files }: Props) {
  const formatInstant = useFormatInstant();
  return (
    <ul>
      {files.map(({ id, name, at, comment }) => (
        <li key={id}>
          <PlainLink className="plain-link" href={comment ? commentFilePath(id) : `/files/${id}`}>
            <bdi>{name}</bdi>
          </PlainLink>{" "}
          <span className="text-sm text-muted">{formatInstant(at, "minute")}</span>
        </li>
      ))}
    </ul>
  );
}
