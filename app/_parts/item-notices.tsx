import "server-only";
import type { Actor } from "@/lib/workflow/actor";
import { ItemInDoubt } from "./item-in-doubt";
import { ItemReading } from "./item-reading";

type Props = { actor: Actor; item: { readonly id: string; readonly slug: string; readonly version: number } };

/** What stands above an item: who has read it, and what rests on it when it is in doubt. */
export const ItemNotices = ({ actor, item }: Props) => (
  <>
    <ItemReading actor={actor} item={item} />
    <ItemInDoubt actor={actor} slug={item.slug} />
  </>
);
