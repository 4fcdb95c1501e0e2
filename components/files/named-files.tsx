import { useFormatInstant } from "#translations";
import { PlainLink } from "@/components/ui/link";

type Props = { files: readonly { readonly id: string; readonly name: string; readonly at: string }[] };

/** Files by their names, each a link to its page, with when something happened to it. */
export function NamedFiles({ files }: Props) {
  const formatInstant = useFormatInstant();
  return (
    <ul>
      {files.map(({ id, name, at }) => (
        <li key={id}>
          <PlainLink className="plain-link" href={`/files/${id}`}>
            <bdi>{name}</bdi>
          </PlainLink>{" "}
          <span className="text-sm text-muted">{formatInstant(at, "minute")}</span>
        </li>
      ))}
    </ul>
  );
}
