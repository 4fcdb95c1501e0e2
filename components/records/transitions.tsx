import { useFormatInstant, useTranslations } from "#translations";
import { Messages } from "@/components/messages";
import type { RecordKind, RecordState } from "@/lib/records/editorial";
import type { Actor } from "@/lib/workflow/actor";
import type { GateLine } from "@/lib/workflow/gate";
import { may } from "@/lib/workflow/policy";
import {
  canTransition,
  isGateAhead,
  TRANSITION_NAMES,
  type Transition,
  transitionRule,
} from "@/lib/workflow/workflow";
import { CopiesWithIt, type PublishedCopy } from "./copies-with-it";
import { gateWarningsOf, NextTransition } from "./next-transition";
import type { RecordFormAction } from "./record-form";
import { TransitionForm } from "./transition-form";
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
    /** Redacted copies of its files that nobody has released. */
    readonly copies?: readonly PublishedCopy[];
  };
  action: RecordFormAction;
  waive?: RecordFormAction;
};

/** The steps that this person may take with the record now, and what still stands before publication. */
export function Transitions({ actor, kind, record, action, waive }: Props) {
  if (!may(actor, "read drafts")) return null;
  const { open, blocked } = transitionsOf(actor, record);
  const waits = record.state === "in_review" && !open.includes("approve") && !blocked;
  const gate = isGateAhead(record.state) ? (record.gate ?? []) : [];
  if (open.length === 0 && !blocked && !waits && gate.length === 0) return null;
  const reasoned = open.filter((step) => transitionRule(step).reason);
  const { copies = [] } = record;
  const isPublishing = open.includes("publish") && copies.length > 0;
  const asksWaiver = gate.some(({ key }) => key === "no_answer") || record.waiver;
  return (
    <NextTransition
      isBlocked={blocked}
      isWaiting={waits}
      gate={gate}
      isQuiet={reasoned.length === open.length && gate.length === 0 && !blocked && !waits && !record.waiver}
    >
      {record.waiver && <Waived waiver={record.waiver} />}
      {open.length > 0 && (
        <Messages of={["workflow", "form", "gate"]}>
          <TransitionForm
            hidden={{ kind, slug: record.slug, basedOn: String(record.version) }}
            plain={open.filter((step) => !transitionRule(step).reason)}
            reasoned={reasoned}
            takesNote={reasoned.some((step) => transitionRule(step).note)}
            warnings={open.includes("publish") ? gateWarningsOf(gate) : []}
            beside={isPublishing && <CopiesWithIt copies={copies} />}
            action={action}
          />
        </Messages>
      )}
      {waive && asksWaiver && may(actor, "waive a reply") && !record.isOwnWork && (
        <Messages of={["gate", "form", "workflow"]}>
          <WaiverForm kind={kind} slug={record.slug} stands={Boolean(record.waiver)} action={waive} />
        </Messages>
      )}
    </NextTransition>
  );
}

function transitionsOf(actor: Actor, { state, isOwnWork = false }: Props["record"]) {
  const startable = TRANSITION_NAMES.filter(
    (step) => canTransition(step, state) && may(actor, transitionRule(step).permission),
  );
  const isOpen = (step: Transition) =>
    !(transitionRule(step).fourEyes && isOwnWork) && !(transitionRule(step).ownWork && !isOwnWork);
  return { open: startable.filter(isOpen), blocked: startable.includes("approve") && isOwnWork };
}

function Waived({ waiver }: { waiver: Waiver }) {
  const t = useTranslations("gate");
  const formatInstant = useFormatInstant();
  const date = formatInstant(waiver.grantedAt, "day");
  return <p className="measure text-sm">{t("waived", { name: waiver.grantedBy, date, reason: waiver.reason })}</p>;
}
