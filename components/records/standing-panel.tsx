import type { ReactNode } from "react";
import { useFormat, useWords } from "#words";
import { AsOfForm } from "@/components/history/as-of-form";
import { ButtonLink } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { Provenance } from "@/components/ui/provenance";
import type { Standing } from "@/db/access/workflow/standing";
import { isPublic, type RecordKind } from "@/lib/records/editorial";
import { hasAsOf, recordPath } from "@/lib/records/record-path";
import type { Actor } from "@/lib/workflow/actor";
import { may, type Permission } from "@/lib/workflow/policy";
import { isEditable } from "@/lib/workflow/workflow";
import { History } from "./history";
import type { FormAction } from "./record-form";
import { Steps } from "./steps";

/** What the foot of a record's page posts to, and the discussion that stands in it, which reads for itself. */
export type RecordActions = {
  readonly move: FormAction;
  readonly waive: FormAction;
  readonly Discussion: (about: { actor: Actor; kind: RecordKind; slug: string }) => Promise<ReactNode>;
};

type Props = {
  actor: Actor;
  kind: RecordKind;
  standing: Standing;
  actions: RecordActions;
};

/** The foot of a record page: who wrote and checked it, its next step, what was said about it, its history. */
export function StandingPanel({ actor, kind, standing, actions }: Props) {
  const t = useWords("common");
  const format = useFormat();
  return (
    <div className="mt-10 flex flex-col gap-6">
      <Provenance
        asOf={format.dateTime(new Date(standing.publishedAt ?? standing.updatedAt), { dateStyle: "medium" })}
        revision={standing.version}
        checkedBy={standing.checkedBy}
      >
        {t("updated", { date: format.dateTime(new Date(standing.updatedAt), { dateStyle: "medium" }) })}
      </Provenance>
      <Steps actor={actor} kind={kind} record={standing} action={actions.move} waive={actions.waive} />
      <actions.Discussion actor={actor} kind={kind} slug={standing.slug} />
      {may(actor, "read the history") ? (
        <History kind={kind} slug={standing.slug} revisions={standing.history} />
      ) : (
        hasAsOf(kind) && <AsOfForm path={recordPath({ kind, slug: standing.slug }) ?? ""} />
      )}
    </div>
  );
}

type EditProps = { actor: Actor; permission: Permission; standing: Pick<Standing, "state">; href: string };

/** The way to the form, for whoever may use it: in place, or to propose a change to what is published. */
export function EditLink({ actor, permission, standing, href }: EditProps) {
  const t = useWords("record");
  const proposal = useWords("proposal");
  if (!may(actor, permission) || !(isEditable(standing.state) || isPublic(standing.state))) return null;
  return <ButtonLink href={href}>{isPublic(standing.state) ? proposal("new") : t("edit")}</ButtonLink>;
}

/** In place of a form: why this record can't be edited here. Null while it can. */
export function ReadOnlyNotice({ standing, href }: { standing: Pick<Standing, "state">; href: string }) {
  const t = useWords("record");
  if (isEditable(standing.state) || isPublic(standing.state)) return null;
  return (
    <Notice kind="caution" title={t("readOnlyTitle")}>
      <p>{t("readOnly")}</p>
      <p>
        <a href={href}>{t("back")}</a>
      </p>
    </Notice>
  );
}
