import { useFormat, useWords } from "#words";
import { Words } from "@/components/words";
import type { Actor } from "@/lib/actor";
import type { RecordKind, RecordState } from "@/lib/editorial";
import type { GateLine } from "@/lib/gate";
import { may } from "@/lib/policy";
import { canTake, ruleOf, STEP_NAMES, type Step } from "@/lib/workflow";
import { Checklist } from "./checklist";
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
  const t = useWords("workflow");
  if (!may(actor, "read drafts")) return null;
  const { open, blocked } = stepsOf(actor, record);
  const waits = record.state === "in_review" && !open.includes("approve") && !blocked;
  const gate = ["published", "corrected", "trashed"].includes(record.state) ? [] : (record.gate ?? []);
  if (open.length === 0 && !blocked && !waits && gate.length === 0) return null;
  const reasoned = open.filter((step) => ruleOf(step).reason);
  const asksWaiver = gate.some(({ key }) => key === "no_answer") || record.waiver;
  return (
    <section
      aria-label={t("title")}
      className="flex flex-col gap-3 border-l-4 border-caution bg-caution-soft px-4 py-3 print:hidden"
    >
      <p className="font-semibold">{t("title")}</p>
      {blocked && <p>{t("ownWork")}</p>}
      {waits && <p>{t("waitsForApproval")}</p>}
      {gate.length > 0 && <Checklist lines={gate} />}
      {record.waiver && <Waived waiver={record.waiver} />}
      {open.length > 0 && (
        <Words of={["workflow", "form", "gate"]}>
          <StepForm
            hidden={{ kind, slug: record.slug, basedOn: String(record.version) }}
            plain={open.filter((step) => !ruleOf(step).reason)}
            reasoned={reasoned}
            takesNote={reasoned.some((step) => ruleOf(step).note)}
            warnings={open.includes("publish") ? gate.flatMap(warning) : []}
            action={action}
          />
        </Words>
      )}
      {waive && asksWaiver && may(actor, "waive a reply") && !record.isOwnWork && (
        <Words of={["gate", "form", "workflow"]}>
          <WaiverForm kind={kind} slug={record.slug} stands={Boolean(record.waiver)} action={waive} />
        </Words>
      )}
    </section>
  );
}

const warning = (line: GateLine) => (line.standing === "warns" ? [{ key: line.key, count: line.count }] : []);

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
