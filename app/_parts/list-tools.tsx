import "server-only";
import { ListMenu } from "@/components/records/list-menu";
import { SavedViewsMenu } from "@/components/records/saved-views-menu";
import { listSavedViews } from "@/db/access/views/saved-views";
import { canonicalQuery, namesDays } from "@/lib/filters/saved-view";
import { isRecordList, type ListName } from "@/lib/records/list-file";
import { getTranslations } from "@/lib/text/translations";
import type { Actor } from "@/lib/workflow/actor";
import { may } from "@/lib/workflow/policy";
import { alertViewAction, removeViewAction, saveViewAction } from "../_server/view-actions";

/** What stands in a list's head: the views of it that are saved, and what can be done with it as a whole. */
export async function ListTools({ actor, list, query }: { actor: Actor; list: ListName; query: string }) {
  const views = await listSavedViews(actor, list);
  const own = canonicalQuery(list, query);
  const mayBeTold = may(actor, "read the discussion");
  return (
    <>
      <SavedViewsMenu
        {...{ list, views }}
        query={own}
        hasDays={namesDays(own)}
        mayShare={may(actor, "read drafts")}
        mayRemoveShared={may(actor, "plan the work of others")}
        save={saveViewAction}
        remove={removeViewAction}
        alert={mayBeTold && isRecordList(list) ? alertViewAction : null}
      >
        {mayBeTold && !isRecordList(list) && (
          <p className="text-xs text-muted">{getTranslations(actor.locale, "common")("viewNoAlerts")}</p>
        )}
      </SavedViewsMenu>
      <ListMenu list={list} query={own} hasFiles={list === "evidence"} />
    </>
  );
}
