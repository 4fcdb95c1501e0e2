import { useTranslations } from "#translations";
import { Link } from "@/components/ui/link";

export type PublishedCopy = {
  readonly id: string;
  readonly name: string;
  readonly by: string;
  /** Whoever publishes made it: it waits for somebody else. */
  readonly isOwnWork: boolean;
};

/** The redacted copies that a record's publication releases, named in its form, and those that it does not. */
export function CopiesWithIt({ copies }: { copies: readonly PublishedCopy[] }) {
  const t = useTranslations("redaction");
  const [own, others] = [copies.filter((copy) => copy.isOwnWork), copies.filter((copy) => !copy.isOwnWork)];
  return (
    <div className="measure text-sm">
      {others.length > 0 && <Named title={t("withIt")} copies={others} />}
      {others.map(({ id }) => (
        <input key={id} type="hidden" name="copies" value={id} />
      ))}
      {own.length > 0 && <Named title={t("ownStays")} copies={own} />}
    </div>
  );
}

function Named({ title, copies }: { title: string; copies: readonly PublishedCopy[] }) {
  const t = useTranslations("redaction");
  return (
    <>
      <p className="font-semibold">{title}</p>
      <ul>
        {copies.map(({ id, name, by }) => (
          <li key={id}>
            <Link href={`/files/${id}`}>
              <bdi>{name}</bdi>
            </Link>{" "}
            ({t("copyBy", { name: by })})
          </li>
        ))}
      </ul>
    </>
  );
}
