import "server-only";
import type { Actor } from "@/lib/workflow/actor";
import { AlikeTexts } from "./alike-texts";
import { RecordCaptures } from "./record-captures";
import { RecordFiles } from "./record-files";

type Props = { actor: Actor; slug: string; url: string | null };

/** What an item stands on: its page as it was preserved, and the files that were handed in. */
export const EvidenceRoom = ({ actor, slug, url }: Props) => (
  <>
    <AlikeTexts actor={actor} slug={slug} />
    <RecordCaptures actor={actor} slug={slug} url={url} />
    <RecordFiles actor={actor} subject={{ kind: "evidence", slug }} />
  </>
);
