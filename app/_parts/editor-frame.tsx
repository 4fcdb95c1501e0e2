import "server-only";
import type { ReactNode } from "react";
import { Messages } from "@/components/messages";
import { countryChoices } from "@/components/records/country-choices";
import type { EditedRecord } from "@/components/records/edited";
import type { RecordFormAction } from "@/components/records/record-form";
import { listRecordNames } from "@/db/access/records/record-names";
import type { Namespace } from "@/lib/messages";
import type { RecordKind } from "@/lib/records/editorial";
import { referencesIn } from "@/lib/records/record-field";
import type { Actor } from "@/lib/workflow/actor";
import { may } from "@/lib/workflow/policy";

const NAMESPACES: Record<RecordKind, readonly Namespace[]> = {
  station: ["station"],
  evidence: ["evidence", "capture"],
  claim: ["claim", "common"],
  response: ["response", "common"],
  event: ["event"],
  organization: ["organization"],
  status_report: ["statusReport", "status"],
  reply_request: ["replyRequest"],
  coverage: ["country"],
};

export type EditorProps = {
  actor: Actor;
  kind: RecordKind;
  edited: EditedRecord;
  action: RecordFormAction;
  cancelHref: string;
};

/** What the form of any kind takes, with the names of the records that it names. */
export type EditorFields = Pick<EditorProps, "edited" | "action" | "cancelHref"> & {
  readonly names: Readonly<Record<string, string>>;
  readonly countries: ReturnType<typeof countryChoices>;
  readonly mayAssess: boolean;
  readonly mayGrade: boolean;
};

/** Reads what the form of a record needs, and sends its words with it. */
export async function EditorFrame({
  actor,
  kind,
  draw,
  ...fields
}: EditorProps & { draw: (fields: EditorFields) => ReactNode }) {
  const { input, proposal } = fields.edited;
  const named = referencesIn([input, ...(proposal ? [proposal.typed] : [])]);
  const names = await listRecordNames(actor, named);
  return (
    <Messages of={[...NAMESPACES[kind], "record", "form", "proposal", "organization"]}>
      {draw({
        ...fields,
        names,
        countries: countryChoices(actor.locale),
        mayAssess: may(actor, "assess a claim"),
        mayGrade: may(actor, "grade an organization"),
      })}
    </Messages>
  );
}
