import type { PartPlace, RecordParts } from "@/lib/filters/record-parts";
import { PartRest } from "./part-rest";

type Props<Name extends string> = {
  view: RecordParts<Name>;
  /** The record's page. */
  path: string;
  part: Name;
  parts: Readonly<Record<Name, { items: readonly unknown[]; total: number; next: readonly string[] | null }>>;
  /** The part that the page goes on with. */
  place: PartPlace<Name> | null;
};

/** Under a part of a record's page: how much of it is shown, and the way to the rest. */
export function RecordPartRest<Name extends string>({ view, path, part, parts, place }: Props<Name>) {
  const { items, total, next } = parts[part];
  return <PartRest shown={items.length} total={total} {...view.hrefs(path, part, next, place)} />;
}
