"use client";

import { type ReactNode, useId, useState } from "react";
import { useTranslations } from "#translations";
import { KeptFields } from "@/components/drafts/kept-fields";
import { useKeptForm } from "@/components/drafts/use-kept-form";
import { type ButtonKind, buttonClass } from "@/components/ui/button";
import type { FormValues, Outcome } from "@/lib/workflow/outcome";
import { Refused } from "./use-discussion";

export type DiscussionFormAction = (previous: Outcome, form: FormData) => Promise<Outcome>;

/** What the forms of a discussion post to where there is no JavaScript. */
export type DiscussionActions = {
  readonly write: DiscussionFormAction;
  readonly edit: DiscussionFormAction;
  readonly takeBack: DiscussionFormAction;
  readonly resolve: DiscussionFormAction;
  readonly follow: DiscussionFormAction;
};

type Props = {
  /** Where the form goes without JavaScript. */
  action: DiscussionFormAction;
  hidden: Readonly<Record<string, string>>;
  /** What happens with it; rejects with the sentence of a refusal, and the text then stays. */
  send: (form: FormData) => Promise<unknown>;
  label: ReactNode;
  /** Names the button where its label alone does not. */
  name?: string;
  kind?: ButtonKind;
  /** Of the form among those of its page, where people type into it: see useKeptForm. */
  keptAs?: string;
  children?: (given: { values: FormValues; errorId: string | undefined }) => ReactNode;
};

/** A form that is sent by the island, and by itself where there is no JavaScript. */
export function SentForm({ action, hidden, send, label, name, kind = "secondary", keptAs, children }: Props) {
  const t = useTranslations("discussion");
  const id = useId();
  const kept = useKeptForm(action, keptAs ?? id);
  const { outcome } = kept;
  const [isPending, setPending] = useState(false);
  const [refusal, setRefusal] = useState<string | null>(null);
  const sentence = refusal ?? sentenceOf(outcome);
  const fields = children?.({
    values: "values" in outcome ? outcome.values : {},
    errorId: sentence ? id : undefined,
  });
  const onSubmit = async (form: HTMLFormElement) => {
    if (isPending) return;
    setPending(true);
    setRefusal(null);
    try {
      await send(new FormData(form));
      kept.finish();
    } catch (error) {
      setRefusal((error instanceof Refused && error.message) || t("failed"));
    }
    setPending(false);
  };
  return (
    <form
      action={kept.send}
      noValidate
      className="flex flex-wrap items-center gap-2"
      onSubmit={(event) => {
        event.preventDefault();
        void onSubmit(event.currentTarget);
      }}
    >
      {Object.entries(hidden).map(([key, value]) => (
        <input key={key} type="hidden" name={key} value={value} />
      ))}
      {keptAs ? <KeptFields kept={kept}>{fields}</KeptFields> : fields}
      {sentence && (
        <p id={id} role="alert" className="basis-full font-semibold text-danger">
          {sentence}
        </p>
      )}
      <button type="submit" aria-label={name} aria-disabled={isPending} className={buttonClass(kind)}>
        {isPending ? t("sending") : label}
      </button>
    </form>
  );
}

function sentenceOf(outcome: Outcome): string | null {
  if (outcome.status === "invalid") return Object.values(outcome.errors).join(" ");
  return outcome.status === "refused" ? outcome.sentence : null;
}
