import "server-only";
import { confirmDerivedAction, notCopyAction } from "@/app/_server/alike-text-actions";
import { AlikeTextList } from "@/components/evidence/alike-text-list";
import { MarkForm } from "@/components/evidence/mark-form";
import { Messages } from "@/components/messages";
import { type AlikeText, countOriginalClaims, listAlikeTexts } from "@/db/access/evidence/alike-texts";
import { getTranslations } from "@/lib/text/translations";
import type { Actor } from "@/lib/workflow/actor";
import { may } from "@/lib/workflow/policy";

/** For the desk: items whose text stands in this one or the other way round, with what can be said of that. */
export async function AlikeTexts({ actor, slug }: { actor: Actor; slug: string }) {
  if (!may(actor, "read drafts")) return null;
  const items = await listAlikeTexts(actor, slug);
  if (items.length === 0) return null;
  const originals = await countOriginalClaims(actor, slug);
  return (
    <AlikeTextList
      items={items}
      originals={originals}
      steps={(item) => <Steps actor={actor} slug={slug} item={item} mayConfirm={originals > 0} />}
    />
  );
}

type StepsProps = { actor: Actor; slug: string; item: AlikeText; mayConfirm: boolean };

/** An item that names no publisher is no source that another could be said to have its text from. */
function Steps({ actor, slug, item, mayConfirm }: StepsProps) {
  const t = getTranslations(actor.locale, "alikeText");
  const pair = { evidence: slug, source: item.slug };
  return (
    <Messages of={["reading", "form"]}>
      {mayConfirm && item.publisher && item.notCopyBy === null && (
        <MarkForm action={confirmDerivedAction} values={pair} label={t("confirm")} />
      )}
      <MarkForm
        action={notCopyAction}
        values={{ ...pair, isNotCopy: String(item.notCopyBy === null) }}
        label={t(item.notCopyBy === null ? "dismiss" : "takeBack")}
      />
    </Messages>
  );
}
