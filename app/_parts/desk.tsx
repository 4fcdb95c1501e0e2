import "server-only";
import type { ReactNode } from "react";
import { useFormatInstant } from "#translations";
import { Shell } from "@/components/shell/shell";
import { useFormatCount } from "@/components/ui/use-format-count";
import { type DossierCounts, readDossierCounts } from "@/db/access/figures/dossier-counts";
import { readWorkCounts } from "@/db/access/queue/work-counts";
import type { Actor } from "@/lib/workflow/actor";
import { may } from "@/lib/workflow/policy";
import { readHeldForm } from "../_server/held-form";
import { readAppearance } from "../_server/locale";
import { choosePreference } from "../_server/preference-actions";
import { undoAction } from "../_server/undo-action";
import { readUnreadNotices } from "../_server/unread";

/** As they are read: sent as numbers, a browser would write them once more. */
const writeCounts = (counts: DossierCounts, format: ReturnType<typeof useFormatCount>) =>
  Object.fromEntries(
    Object.entries(counts).map(([kind, { count, isLeast }]) => [kind, format(count, isLeast)]),
  ) as Record<keyof DossierCounts, string>;

const readerOf = ({ id, name, email, role }: Actor) => ({ id, name, email, role });

/** The shell with this request's reader and the actions it posts to. */
export async function DeskShell({ actor, children }: { actor: Actor | null; children: ReactNode }) {
  const formatCount = useFormatCount();
  const [appearance, unread, work, counts, held] = await Promise.all([
    readAppearance(),
    actor && may(actor, "read the discussion") ? readUnreadNotices(actor) : 0,
    actor && may(actor, "read drafts") ? readWorkCounts(actor) : null,
    actor && readDossierCounts(actor),
    actor && readHeldForm(actor),
  ]);
  return (
    <Shell
      person={actor && readerOf(actor)}
      held={held}
      appearance={appearance}
      choose={choosePreference}
      today={useFormatInstant()(new Date(), "longDay")}
      unread={unread}
      work={work}
      counts={counts && writeCounts(counts, formatCount)}
      undo={undoAction}
    >
      {children}
    </Shell>
  );
}
