import { useWords } from "#words";
import { Words } from "@/components/words";
import type { Actor } from "@/lib/actor";
import type { RecordKind, RecordState } from "@/lib/editorial";
import type { GateReason } from "@/lib/gate";
import type { Outcome } from "@/lib/outcome";
import { may } from "@/lib/policy";
import { canTake, STEPS, type Step } from "@/lib/workflow";
import { StepForm } from "./step-form";

type Props = {
  actor: Actor;
  kind: RecordKind;
  record: {
    readonly slug: string;
    readonly state: RecordState;
    /** True when this person wrote any of it: four eyes. */
    readonly isOwnWork?: boolean;
    /** What still blocks publication. */
    readonly gate?: readonly GateReason[];
  };
  /** The page to come back to, for a record that has none of its own. */
  from?: string;
  action: (previous: Outcome, form: FormData) => Promise<Outcome>;
};

const ALL = Object.keys(STEPS) as Step[];

/** The steps that this person may take with the record now, and what still stands before publication. */
export function Steps({ actor, kind, record, from, action }: Props) {
  const t = useWords("workflow");
  if (!may(actor, "read drafts") || ["published", "corrected"].includes(record.state)) return null;
  const open = ALL.filter((step) => canTake(step, record.state) && may(actor, STEPS[step].permission));
  const blocked = open.includes("approve") && record.isOwnWork === true;
  const waits = record.state === "in_review" && !open.includes("approve");
  const steps = blocked ? open.filter((step) => step !== "approve") : open;
  return (
    <section
      aria-label={t("title")}
      className="flex flex-col gap-3 border-l-4 border-caution bg-caution-soft px-4 py-3 print:hidden"
    >
      <p className="font-semibold">{t("title")}</p>
      {blocked && <p>{t("ownWork")}</p>}
      {waits && <p>{t("waitsForApproval")}</p>}
      {record.gate && <Checklist reasons={record.gate} />}
      {steps.length > 0 && (
        <Words of={["workflow", "form"]}>
          <StepForm kind={kind} slug={record.slug} steps={steps} from={from} action={action} />
        </Words>
      )}
    </section>
  );
}

/** What the publication gate still asks for; nothing when it is open. */
export function Checklist({ reasons }: { reasons: readonly GateReason[] }) {
  const t = useWords("gate");
  if (reasons.length === 0) return null;
  return (
    <div>
      <p className="text-sm font-semibold">{t("title")}</p>
      <ul className="measure list-disc pl-5 text-sm">
        {reasons.map((reason) => (
          <li key={reason}>{t(reason)}</li>
        ))}
      </ul>
    </div>
  );
}
