import { useFormat, useWords } from "#words";
import { Words } from "@/components/words";
import type { RecordKind, RecordState } from "@/lib/records/editorial";
import type { Actor } from "@/lib/workflow/actor";
import type { GateLine } from "@/lib/workflow/gate";
import { may } from "@/lib/workflow/policy";
import { canTake, ruleOf, STEP_NAMES, type Step } from "@/lib/workflow/workflow";
import { NextStep, warningsOf } from "./next-step";
import type { FormAction } from "./record-form";
import { StepForm } from "./step-form";
import { WaiverForm } from "./waiver-form";

type Waiver = { readonly reason: string; readonly grantedBy: string; readonly grantedAt: string };

type Props = {
  actor: Actor;
  kind: RecordKind;
  record: {
    readonly slug: string;
    readonly state: RecordState;
    readonly version: number;
    /** True when this person wrote any of it: four eyes. */
    readonly isOwnWork?: boolean;
    readonly gate?: readonly GateLine[];
    readonly waiver?: Waiver | null;
  };
  action: FormAction;
  waive?: FormAction;
};

/** The steps that this person may take with the record now, and what still stands before publication. */
export function Steps({ actor, kind, record, action, waive }: Props) {
  if (!may(actor, "read drafts")) return null;
  const { open, blocked } = stepsOf(actor, record);
  const waits = record.state === "in_review" && !open.includes("approve") && !blocked;
  const gate = ["published", "corrected", "trashed"].includes(record.state) ? [] : (record.gate ?? []);
  if (open.length === 0 && !blocked && !waits && gate.length === 0) return null;
  const reasoned = open.filter((step) => ruleOf(step).reason);
  const asksWaiver = gate.some(({ key }) => key === "no_answer") || record.waiver;
  return (
    <NextStep isBlocked={blocked} isWaiting={waits} gate={gate}>
      {record.waiver && <Waived waiver={record.waiver} />}
      {open.length > 0 && (
        <Words of={["workflow", "form", "gate"]}>
          <StepForm
            hidden={{ kind, slug: record.slug, basedOn: String(record.version) }}
            plain={open.filter((step) => !ruleOf(step).reason)}
            reasoned={reasoned}
            takesNote={reasoned.some((step) => ruleOf(step).note)}
            warnings={open.includes("publish") ? warningsOf(gate) : []}
            action={action}
          />
        </Words>
      )}
      {waive && asksWaiver && may(actor, "waive a reply") && !record.isOwnWork && (
        <Words of={["gate", "form", "workflow"]}>
          <WaiverForm kind={kind} slug={record.slug} stands={Boolean(record.waiver)} action={waive} />
        </Words>
      )}
    </NextStep>
  );
}

function stepsOf(actor: Actor, { state, isOwnWork = false }: Props["record"]) {
  const startable = STEP_NAMES.filter((step) => canTake(step, state) && may(actor, ruleOf(step).permission));
  const isOpen = (step: Step) => !(ruleOf(step).fourEyes && isOwnWork) && !(ruleOf(step).ownWork && !isOwnWork);
  return { open: startable.filter(isOpen), blocked: startable.includes("approve") && isOwnWork };
}

function Waived({ waiver }: { waiver: Waiver }) {
  const t = useWords("gate");
  const format = useFormat();
  const date = format.dateTime(new Date(waiver.grantedAt), { dateStyle: "medium" });
  return <p className="measure text-sm">{t("waived", { name: waiver.grantedBy, date, reason: waiver.reason })}</p>;
}
