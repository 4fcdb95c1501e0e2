import type { Metadata } from "next";
import { requireActorWith } from "@/app/_server/session";
import { WatchesPage } from "@/components/watches/watches-page";
import { listWatches } from "@/db/access/watches/watches";
import { mayFetch } from "@/db/fetching/fetch-settings";
import { getTranslations } from "@/lib/text/translations";
import { may } from "@/lib/workflow/policy";
import { changeWatchAction, removeRuleAction } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  const actor = await requireActorWith("watch a page");
  return { title: getTranslations(actor.locale, "watch")("title") };
}

export default async function WatchedPagesPage() {
  const actor = await requireActorWith("watch a page");
  return (
    <WatchesPage
      watches={await listWatches(actor)}
      looks={mayFetch()}
      plansOthers={may(actor, "plan the work of others")}
      actions={{ change: changeWatchAction, removeRule: removeRuleAction }}
    />
  );
}
