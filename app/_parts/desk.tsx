import "server-only";
import type { ReactNode } from "react";
import { useFormatInstant } from "#translations";
import { Shell } from "@/components/shell/shell";
import { readDossierCounts } from "@/db/access/figures/dossier-counts";
import { readWorkCounts } from "@/db/access/queue/work-counts";
import type { Actor } from "@/lib/workflow/actor";
import { may } from "@/lib/workflow/policy";
import { readHeldForm } from "../_server/held-form";
import { readAppearance } from "../_server/locale";
import { choosePreference } from "../_server/preference-actions";
import { undoAction } from "../_server/undo-action";
import { readUnreadNotices } from "../_server/unread";

/** The shell with this request's reader and the actions it posts to. */
export async function DeskShell({ actor, children }: { actor: Actor | null; children: ReactNode }) {
  const [appearance, unread, work, counts, held] = await Promise.all([
    readAppearance(),
    actor && may(actor, "read the discussion") ? readUnreadNotices(actor) : 0,
    actor && may(actor, "read drafts") ? readWorkCounts(actor) : null,
    actor && readDossierCounts(actor),
    actor && readHeldForm(actor),
  ]);
  return (
    <Shell
      person={actor}
      held={held}
      appearance={appearance}
      choose={choosePreference}
      today={useFormatInstant()(new Date(), "longDay")}
      unread={unread}
      work={work}
      counts={counts}
      undo={undoAction}
    >
      {children}
    </Shell>
  );
}
