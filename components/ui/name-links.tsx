import { Link } from "./link";

type Props = {
  records: readonly { readonly slug: string; readonly name: string }[];
  /** Of their list: "/stations". */
  path: "/stations" | "/organizations";
};

/** "Amsterdam, Rotterdam", each a link. */
export function NameLinks({ records, path }: Props) {
  return records.map(({ slug, name }, index) => (
    <span key={slug}>
      {index > 0 && ", "}
      <Link href={`${path}/${slug}`}>{name}</Link>
    </span>
  ));
}
