import "server-only";
import {
  editCommentAction,
  followAction,
  resolveAction,
  takeBackAction,
  writeCommentAction,
} from "@/app/(desk)/discussion/actions";
import { Discussion } from "@/components/discussion/discussion";
import { Messages } from "@/components/messages";
import { listComments } from "@/db/access/discussion/comments";
import type { SubjectKind } from "@/lib/records/editorial";
import { RECORD_INPUTS } from "@/lib/records/record-input";
import { subjectPath } from "@/lib/records/subject-path";
import { getTranslations } from "@/lib/text/translations";
import type { Actor } from "@/lib/workflow/actor";
import { may } from "@/lib/workflow/policy";

const ACTIONS = {
  write: writeCommentAction,
  edit: editCommentAction,
  takeBack: takeBackAction,
  resolve: resolveAction,
  follow: followAction,
};

type Props = {
  actor: Actor;
  kind: SubjectKind;
  slug: string;
  /** The page that it stands on, when that is not the record's or the proposal's own. */
  from?: string;
};

/**
 * The discussion of a record or a proposal, with its forms: `<DiscussionSection actor={actor} kind="proposal" slug={slug} />`
 * on any page of the desk. Draws nothing for those who may not read it.
 */
export async function DiscussionSection({ actor, kind, slug, from }: Props) {
  if (!may(actor, "read the discussion")) return null;
  const initial = await listComments(actor, { kind, slug });
  const t = getTranslations(actor.locale, "record");
  const fields = Object.keys(RECORD_INPUTS[initial.record].shape).map((name) => {
    const key = `field.${name}` as "field.note";
    return { name, label: t.has(key) ? t(key) : name };
  });
  const { id, name, role } = actor;
  return (
    <Messages of={["discussion", "file"]}>
      <Discussion
        subject={{ kind, slug }}
        viewer={{ id, name, role }}
        initial={initial}
        fields={fields}
        actions={ACTIONS}
        from={from ?? subjectPath({ kind, slug })}
      />
    </Messages>
  );
}
