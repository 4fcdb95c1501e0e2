"use client";

import type { ReactNode } from "react";
import type { z } from "zod";
import { useTranslations } from "#translations";
import { KeptFields } from "@/components/drafts/kept-fields";
import { useKeptForm } from "@/components/drafts/use-kept-form";
import { TextField } from "@/components/ui/field";
import { fieldsOf, IDLE } from "@/components/ui/fields-of";
import { FormOutcome } from "@/components/ui/form-outcome";
import { SubmitButton } from "@/components/ui/submit-button";
import { RETURN_TO, SUBMIT } from "@/lib/records/form-marks";
import type { AlikeKind, Likeness } from "@/lib/records/likeness";
import { longestOf } from "@/lib/records/longest";
import { LONGEST_REASON } from "@/lib/records/longest-reason";
import { flatFields } from "@/lib/records/rows";
import type { Outcome } from "@/lib/workflow/outcome";
import { AlikeChoice } from "./alike-records";
import type { EditedRecord } from "./edited";
import { FormBar, saveByKeys } from "./form-bar";
import { ProposalFields, RecordMovedNotice, SaveProposal, SubmitProposal } from "./proposal-fields";

export type RecordFormAction = (previous: Outcome, form: FormData) => Promise<Outcome>;

/** What a noun's form draws its fields with. `fields` holds what they show now, by name. */
export type FormParts = {
  readonly field: ReturnType<typeof fieldsOf>;
  readonly fields: Readonly<Record<string, unknown>>;
  readonly label: (name: string) => string;
  /** Draws, beside the field that says so, what is on file and may be the same; not for a kind without likeness. */
  readonly alike: (...because: Likeness[]) => ReactNode;
};

type Props = {
  action: RecordFormAction;
  /** What the fields are held to. */
  input: z.ZodObject;
  edited?: EditedRecord | null;
  /** What a new record begins with. */
  initial?: Readonly<Record<string, unknown>>;
  /** The kind, when what is alike has to be shown. */
  alikeKind?: AlikeKind;
  cancelHref: string;
  /** What is saved may be handed in for review in the same go. */
  handsIn?: boolean;
  /** The fields stand in columns. */
  wide?: boolean;
  children: (parts: FormParts) => ReactNode;
};

/**
 * The frame of a noun's form: why it came back, its fields, the reason for the history, save. After a conflict, saving
 * again is based on the version that was shown. Its island needs the words of `record` and `form`.
 */
export function RecordForm({
  action,
  input,
  edited,
  initial = {},
  alikeKind,
  cancelHref,
  handsIn = false,
  wide = false,
  children,
}: Props) {
  const t = useTranslations("record");
  const form = useTranslations("form");
  const kept = useKeptForm(action, "record");
  const { outcome, send } = kept;
  const proposal = edited?.proposal;
  const stored = proposal
    ? { ...proposal.typed, reason: proposal.reason, correctionNote: proposal.correctionNote }
    : flatFields(edited?.input ?? initial);
  const longest = (name: string) =>
    name === "reason" || name === "correctionNote" ? LONGEST_REASON : longestOf(input, name);
  const field = fieldsOf(outcome, stored, "f", longest);
  const fields: Readonly<Record<string, unknown>> = "values" in outcome ? outcome.values : stored;
  const label = (name: string) => {
    const key = `field.${name}` as "field.note";
    return t.has(key) ? t(key) : name;
  };
  const distinctFrom = field.many("distinctFrom").defaultValue;
  const told = outcome.status === "invalid" ? (outcome.alike ?? []).filter(({ kind }) => kind === alikeKind) : [];
  const alike = (...because: Likeness[]) =>
    alikeKind && (
      <AlikeChoice
        kind={alikeKind}
        because={because}
        slug={edited?.slug ?? null}
        told={told}
        distinctFrom={distinctFrom}
      />
    );
  return (
    <form
      action={send}
      className={`flex flex-col gap-4 ${wide ? "" : "max-w-3xl"}`}
      noValidate
      onKeyDown={saveByKeys}
    >
      {/* Enter in a field saves: it presses a form's first button, which is otherwise the one that adds a row. */}
      <button type="submit" hidden />
      <KeptFields kept={kept}>
        <FormOutcome outcome={comparable(outcome)} labels={labelsOf(outcome, label, t)} />
        {proposal?.moved && outcome.status === "idle" && (
          <RecordMovedNotice moved={proposal.moved} typed={stored} label={label} />
        )}
        {edited && (
          <>
            <input type="hidden" name="slug" value={edited.slug} />
            <input type="hidden" name="basedOn" value={basisOf(outcome, proposal?.version ?? edited.version)} />
          </>
        )}
        {edited?.returnTo && <input type="hidden" name={RETURN_TO} value={edited.returnTo} />}
        {proposal && (
          <>
            <input type="hidden" name="recordKind" value={proposal.kind} />
            <input type="hidden" name="proposal" value={proposal.slug ?? ""} />
            <input type="hidden" name="mergedWith" value={String(fields.mergedWith ?? edited.version)} />
          </>
        )}
        {children({ field, fields, label, alike })}
        {proposal ? (
          <ProposalFields field={field} />
        ) : (
          <Reason isFolded={!edited && field("reason").defaultValue === "" && !field("reason").error}>
            <TextField label={t("reason")} hint={t("reasonHint")} optional {...field("reason")} />
          </Reason>
        )}
      </KeptFields>
      <FormBar keptAt={kept.keptAt} cancelHref={cancelHref}>
        <SubmitButton pending={form("saving")} kind={proposal || handsIn ? "secondary" : "primary"}>
          {proposal ? <SaveProposal /> : form(handsIn ? "saveDraft" : "save")}
        </SubmitButton>
        {proposal && <SubmitProposal />}
        {handsIn && (
          <SubmitButton pending={form("saving")} name={SUBMIT} value="yes" submits>
            {form("saveAndSubmit")}
          </SubmitButton>
        )}
      </FormBar>
    </form>
  );
}

/** Of something new there is seldom more to say than that. */
function Reason({ isFolded, children }: { isFolded: boolean; children: ReactNode }) {
  const t = useTranslations("record");
  if (!isFolded) return children;
  return (
    <details>
      <summary className="text-sm text-accent">{t("reason")}</summary>
      <div className="mt-2">{children}</div>
    </details>
  );
}

/** Rows asked for (`invalid` with nothing wrong) are no problem to tell of. */
function comparable(outcome: Outcome): Outcome {
  if (outcome.status === "invalid" && Object.keys(outcome.errors).length === 0) return IDLE;
  return outcome;
}

function basisOf(outcome: Outcome, version: number): string {
  if (outcome.status === "conflict") return String(outcome.version);
  const basedOn = "values" in outcome ? outcome.values.basedOn : undefined;
  return typeof basedOn === "string" ? basedOn : String(version);
}

/** Fields of the form that are none of the record's. */
const ABOUT = [
  "slug",
  "basedOn",
  "reason",
  "distinctFrom",
  "more",
  "recordKind",
  "proposal",
  "mergedWith",
  "correctionNote",
  "submit",
];

type RecordTranslator = ReturnType<typeof useTranslations<"record">>;

/** The label of every field that the summary may name; a row's field says which row it is in. */
function labelsOf(outcome: Outcome, label: (name: string) => string, t: RecordTranslator): Record<string, string> {
  const named = outcome.status === "invalid" ? outcome.errors : "values" in outcome ? outcome.values : {};
  const merged = outcome.status === "conflict" ? [...(outcome.asks ?? []), ...(outcome.taken ?? [])] : [];
  const names = [...new Set([...Object.keys(named), ...merged])].filter((name) => !ABOUT.includes(name));
  return Object.fromEntries(
    names.map((name) => {
      const [list = name, index, inner] = name.split(".");
      if (index === undefined || inner === undefined) return [name, label(name)];
      const row = t("row", { label: label(list), number: String(Number(index) + 1) });
      return [name, `${row}, ${label(inner)}`];
    }),
  );
}
