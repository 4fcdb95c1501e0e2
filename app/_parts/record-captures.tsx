import { preservePageAction } from "@/app/(desk)/captures/actions";
import { withdrawFileAction } from "@/app/(desk)/files/actions";
import { changeWatchAction, removeRuleAction, watchPageAction } from "@/app/(desk)/watches/actions";
import { CapturesSection } from "@/components/captures/captures-section";
import { WatchSection } from "@/components/watches/watch-section";
import type { Actor } from "@/lib/workflow/actor";
import { readPreserved } from "../_server/item-copies";

type Props = { actor: Actor; slug: string; url: string | null };

/** What was preserved of the page of an item, for the desk; nothing where there is nothing, nor may be. */
export async function RecordCaptures({ actor, slug, url }: Props) {
  const preserved = await readPreserved(actor, slug, url);
  if (!preserved) return null;
  const { captures, counts, watch, mayAsk } = preserved;
  return (
    <CapturesSection
      subject={{ kind: "evidence", slug }}
      captures={captures}
      counts={counts}
      preserve={mayAsk ? preservePageAction : null}
      withdraw={withdrawFileAction}
      watch={
        (mayAsk || watch) && (
          <WatchSection
            slug={slug}
            watch={watch}
            begin={watchPageAction}
            actions={{ change: changeWatchAction, removeRule: removeRuleAction }}
          />
        )
      }
    />
  );
}
