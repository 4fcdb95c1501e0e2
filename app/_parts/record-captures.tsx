import { preservePageAction } from "@/app/(desk)/captures/actions";
import { withdrawFileAction } from "@/app/(desk)/files/actions";
import { changeWatchAction, removeRuleAction, watchPageAction } from "@/app/(desk)/watches/actions";
import { CapturesSection } from "@/components/captures/captures-section";
import { WatchSection } from "@/components/watches/watch-section";
import { countCaptures, listCaptures } from "@/db/access/captures/captures";
import { findOwnWatch } from "@/db/access/watches/watches";
import { mayFetch } from "@/db/fetching/fetch-settings";
import type { Actor } from "@/lib/workflow/actor";
import { may } from "@/lib/workflow/policy";

type Props = { actor: Actor; slug: string; url: string | null };

/** What was preserved of the page of an item, for the desk; nothing where there is nothing, nor may be. */
export async function RecordCaptures({ actor, slug, url }: Props) {
  if (!may(actor, "read drafts")) return null;
  const subject = { kind: "evidence", slug } as const;
  const [captures, counts, watch] = await Promise.all([
    listCaptures(actor, subject),
    countCaptures(actor, subject),
    findOwnWatch(actor, slug),
  ]);
  const mayAsk = url !== null && mayFetch() && may(actor, "record evidence");
  if (captures.length === 0 && !mayAsk && !watch) return null;
  return (
    <CapturesSection
      subject={subject}
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
