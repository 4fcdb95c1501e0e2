import type { ReactNode } from "react";
import { useFormat, useFormatInstant, useTranslations } from "#translations";
import { ProposedMerge } from "@/components/merges/proposed-merge";
import { Messages } from "@/components/messages";
import { FieldDiff } from "@/components/records/field-diff";
import { gateWarningsOf, NextTransition } from "@/components/records/next-transition";
import { RecordFields } from "@/components/records/record-fields";
import type { RecordFormAction } from "@/components/records/record-form";
import { RecordTitle } from "@/components/records/record-title";
import { TransitionForm } from "@/components/records/transition-form";
import { ButtonLink } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { PageHeading } from "@/components/ui/page-heading";
import type { ProposalFile } from "@/db/access/workflow/proposal-file";
import type { ReferenceNames } from "@/lib/records/record-field";
import type { Actor } from "@/lib/workflow/actor";
import { may } from "@/lib/workflow/policy";
import { isOpen } from "@/lib/workflow/proposal";
import {
  canTransitionProposal,
  PROPOSAL_TRANSITION_NAMES,
  type ProposalTransition,
  proposalTransitionRule,
} from "@/lib/workflow/workflow";
import { OpenProposals } from "./open-proposals";
import { ProposalBadge } from "./proposal-badge";
import { ProposalHistory } from "./proposal-history";

type Props = {
  actor: Actor;
  file: ProposalFile;
  names: ReferenceNames;
  /** Field's label → what is wrong with it, while the proposal is incomplete. */
  missing: Readonly<Record<string, string>>;
  move: RecordFormAction;
  /** The discussion. */
  children?: ReactNode;
};

/** A proposed change: why, what changes, what stands in the way, and the next step. */
export function ProposalPage({ actor, file, names, missing, move, children }: Props) {
  const t = useTranslations("proposal");
  const record = useTranslations("record");
  const { proposal, others } = file;
  const kind = proposal.recordKind;
  const open = isOpen(proposal.state);
  const edit = open && may(actor, "submit a record for review") && (
    <ButtonLink href={`/proposals/${proposal.slug}/edit`}>{t("edit")}</ButtonLink>
  );
  return (
    <>
      <PageHeading
        isSentence
        above={
          <>
            <span>{t("heading")}</span> · <span>{record(`kindName.${kind}`)}</span>{" "}
            <ProposalBadge state={proposal.state} />
          </>
        }
        title={<RecordTitle record={file.record} />}
        lead={<ProposalAuthors file={file} />}
        actions={edit}
      />
      <div className="flex flex-col gap-8">
        <OpenProposals proposals={others} others />
        <Incomplete missing={missing} />
        {open && <MovedNotice file={file} />}
        <ProposedMerge file={file} names={names} />
        <section aria-labelledby="changes">
          <h2 id="changes">{t("changes")}</h2>
          {file.after ? (
            <FieldDiff kind={kind} before={file.before} after={file.after} names={names} />
          ) : (
            <p className="text-muted">{t("incomplete")}</p>
          )}
        </section>
        {open && <ProposalTransitions actor={actor} file={file} move={move} />}
        {file.after && open && (
          <details className="border-t border-rule pt-4">
            <summary className="cursor-pointer font-serif text-lg">{t("preview")}</summary>
            <p className="measure mb-2 text-sm text-muted">{t("previewLead")}</p>
            <RecordFields kind={kind} snapshot={file.after} names={names} />
          </details>
        )}
        {children}
        <ProposalHistory history={file.history} />
      </div>
    </>
  );
}

function ProposalAuthors({ file: { proposal, createdBy, updatedBy, decidedBy } }: { file: ProposalFile }) {
  const t = useTranslations("proposal");
  const format = useFormat();
  const formatInstant = useFormatInstant();
  const day = (at: string) => formatInstant(at, "day");
  const names = createdBy === updatedBy ? createdBy : format.list([createdBy, updatedBy]);
  return (
    <>
      <p>{t("by", { name: names, date: day(proposal.createdAt) })}</p>
      {proposal.reason && <p className="text-ink">{proposal.reason}</p>}
      {proposal.correctionNote && (
        <p className="mt-2 border-l-4 border-accent pl-3 text-ink">
          <span className="block text-sm text-muted">{t("correctionNote")}</span>
          {proposal.correctionNote}
        </p>
      )}
      {decidedBy && proposal.decidedAt && <p>{t("decidedBy", { name: decidedBy, date: day(proposal.decidedAt) })}</p>}
    </>
  );
}

function Incomplete({ missing }: { missing: Props["missing"] }) {
  const t = useTranslations("proposal");
  const rows = Object.entries(missing);
  if (rows.length === 0) return null;
  return (
    <Notice kind="caution" title={t("incomplete")}>
      <p>{t("incompleteLead")}</p>
      <ul className="list-disc pl-5">
        {rows.map(([label, sentence]) => (
          <li key={label}>
            {label}: {sentence}
          </li>
        ))}
      </ul>
    </Notice>
  );
}

function MovedNotice({ file: { proposal, record, conflicts, current, base } }: { file: ProposalFile }) {
  const t = useTranslations("proposal");
  const labels = useTranslations("record");
  const format = useFormat();
  const label = (name: string) => {
    const key = `field.${name}` as "field.note";
    return labels.has(key) ? labels(key) : name;
  };
  if (proposal.baseVersion === record.version || JSON.stringify(current) === JSON.stringify(base)) return null;
  const versions = { base: String(proposal.baseVersion), now: String(record.version) };
  return (
    <Notice kind={conflicts.length > 0 ? "caution" : "note"} title={t("moved", versions)}>
      <p>
        {conflicts.length > 0 ? t("movedConflicts", { fields: format.list(conflicts.map(label)) }) : t("movedMerges")}
      </p>
    </Notice>
  );
}

function ProposalTransitions({ actor, file, move }: Pick<Props, "actor" | "file" | "move">) {
  const { proposal, record, isOwnWork, checklist } = file;
  const startable = PROPOSAL_TRANSITION_NAMES.filter(
    (step) => canTransitionProposal(step, proposal.state) && may(actor, proposalTransitionRule(step).permission),
  );
  const allowed = (step: ProposalTransition) =>
    !(proposalTransitionRule(step).fourEyes && isOwnWork) && !(proposalTransitionRule(step).ownWork && !isOwnWork);
  const steps = startable.filter(allowed);
  const blocked = isOwnWork && startable.includes("approve");
  const waits = proposal.state === "in_review" && !startable.includes("approve");
  const reasoned = steps.filter((step) => proposalTransitionRule(step).reason);
  const form = `/proposals/${proposal.slug}/edit`;
  return (
    <NextTransition isBlocked={blocked} isWaiting={waits} gate={checklist}>
      {steps.length > 0 && (
        <Messages of={["workflow", "form", "gate"]}>
          <TransitionForm
            hidden={{ slug: proposal.slug, basedOn: String(proposal.version), recordVersion: String(record.version) }}
            plain={steps.filter((step) => !proposalTransitionRule(step).reason)}
            reasoned={reasoned}
            takesNote={false}
            warnings={steps.includes("approve") ? gateWarningsOf(checklist) : []}
            action={move}
            // A step that needs a reason asks for it here; what a submitted proposal lacks is filled in in its own form.
            elsewhere={{ typed: form, ...(reasoned.length > 0 ? {} : { reason: `${form}#f-reason` }) }}
          />
        </Messages>
      )}
    </NextTransition>
  );
}
