"use client";

import { useCallback, useState } from "react";
import { useTranslations } from "#translations";
import { KeptFields } from "@/components/drafts/kept-fields";
import { useKeptForm } from "@/components/drafts/use-kept-form";
import type { RecordFormAction } from "@/components/records/record-form";
import { TextArea } from "@/components/ui/field";
import { fieldsOf } from "@/components/ui/fields-of";
import { FormOutcome } from "@/components/ui/form-outcome";
import { SubmitButton } from "@/components/ui/submit-button";
import type { SnippetPart } from "@/lib/text/snippet";
import { QuotableText, type Selected } from "./quotable-text";
import { type KnownClaim, QuoteClaimFields } from "./quote-claim-fields";

type Props = {
  file: string;
  page: number;
  parts: readonly SnippetPart[];
  /** The claims that the file's item bears on. */
  claims: readonly KnownClaim[];
  action: RecordFormAction;
};

/** That the file does not say it, and that another quote stands there already. */
const TICKS = ["isMissing", "replaces"] as const;
const FIELDS = ["quote", "known", "claim", "stance", "derivation", "origin"] as const;

/**
 * A page's text, and beside it the form that makes words of it a claim's quote; selected words stand in it already. Its island
 * needs the words of `file`, `claim`, `common`, `record`, `organization` and `form`.
 */
export function QuoteFromText({ file, page, parts, claims, action }: Props) {
  const t = useTranslations("file");
  const form = useTranslations("form");
  const kept = useKeptForm(action, "quote");
  const { outcome, send } = kept;
  const [selected, setSelected] = useState<Selected | null>(null);
  const [sent, setSent] = useState<Selected | null>(null);
  const [isOpen, setOpen] = useState(false);
  const select = useCallback((words: Selected) => {
    setSelected(words);
    setOpen(true);
  }, []);
  const field = fieldsOf(
    outcome,
    claims.length === 0 ? NEW : claims.length === 1 ? { known: claims[0]?.slug } : {},
    "quote",
  );
  const labels = Object.fromEntries(FIELDS.map((name) => [name, t(`quoting.${name}`)]));
  // What came back is as it was sent, until other words are selected.
  const fresh = selected && (selected !== sent || outcome.status === "idle") ? selected : null;
  const own = field("quote");
  const quote = fresh?.quote ?? own.defaultValue;
  return (
    <div className="mt-3 grid items-start gap-x-8 gap-y-4 lg:grid-cols-[minmax(0,42rem)_minmax(20rem,32rem)]">
      <QuotableText parts={parts} page={page} onSelect={select} />
      <details
        open={isOpen || outcome.status !== "idle"}
        onToggle={({ currentTarget }) => setOpen(currentTarget.open)}
        className="sticky bottom-16 max-h-[50dvh] overflow-y-auto border-l-4 border-accent bg-paper py-2 pr-2 pl-4 print:hidden lg:top-4 lg:bottom-auto lg:max-h-[calc(100dvh-2rem)]"
      >
        <summary className="cursor-pointer font-semibold text-accent">{t("quoting.title")}</summary>
        <form action={send} onSubmit={() => setSent(selected)} noValidate className="mt-3 flex flex-col gap-3">
          <KeptFields kept={kept}>
            <FormOutcome outcome={outcome} labels={labels} prefix="quote" />
            <input type="hidden" name="file" value={file} />
            <input type="hidden" name="page" value={page} />
            <input type="hidden" name="start" value={fresh?.start ?? field("start").defaultValue} />
            <TextArea
              key={`${fresh?.start} ${quote}`}
              label={t("quoting.quote")}
              hint={t("quoting.hint")}
              rows={4}
              {...own}
              defaultValue={quote}
            />
            <QuoteClaimFields claims={claims} field={field} />
            {TICKS.map((name) => (
              <Tick key={name} label={t(`quoting.${name}`)} {...field(name)} />
            ))}
          </KeptFields>
          <p className="text-sm text-muted">{t("quoting.taken")}</p>
          <span>
            <SubmitButton pending={form("saving")}>{t("quoting.save")}</SubmitButton>
          </span>
        </form>
      </details>
    </div>
  );
}

const NEW = { stance: "supports", derivation: "derived" };

type TickProps = ReturnType<ReturnType<typeof fieldsOf>> & { label: string };

/** A box that is there only where the form came back for it. */
function Tick({ id, name, label, error, defaultValue }: TickProps) {
  if (!error && !defaultValue) return null;
  return (
    <label htmlFor={id} className="flex items-baseline gap-2 border-l-4 border-caution bg-caution-soft px-3 py-2">
      <input
        type="checkbox"
        id={id}
        name={name}
        value="on"
        defaultChecked={defaultValue === "on"}
        className="size-5"
      />
      {label}
    </label>
  );
}
