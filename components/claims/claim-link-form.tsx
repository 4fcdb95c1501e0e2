"use client";

import { useTranslations } from "#translations";
import { KeptFields } from "@/components/drafts/kept-fields";
import { useKeptForm } from "@/components/drafts/use-kept-form";
import type { RecordFormAction } from "@/components/records/record-form";
import { fieldsOf } from "@/components/ui/fields-of";
import { FormOutcome } from "@/components/ui/form-outcome";
import { SubmitButton } from "@/components/ui/submit-button";
import { ClaimLinkFields } from "./claim-link-fields";

const NEW = { "link.stance": "supports", "link.derivation": "derived" };

/** On an item's page: what it does to one more claim. Its island needs the words of `claim`, `record`, `organization` and `form`. */
export function ClaimLinkForm({ action, evidence }: { action: RecordFormAction; evidence: string }) {
  const t = useTranslations("claim");
  const record = useTranslations("record");
  const form = useTranslations("form");
  const kept = useKeptForm(action, "link");
  const { outcome, send } = kept;
  const field = fieldsOf(outcome, NEW, "link");
  const label = (name: string) => {
    const key = `field.${name}` as "field.note";
    return record.has(key) ? record(key) : name;
  };
  const named = "errors" in outcome ? Object.keys(outcome.errors) : [];
  const labels = Object.fromEntries(named.map((name) => [name, label(name.split(".").at(-1) ?? name)]));
  return (
    <details open={outcome.status !== "idle"} className="mt-3 print:hidden">
      <summary className="font-semibold text-accent">{t("linkOpen")}</summary>
      <form action={send} noValidate className="mt-3 flex flex-col gap-3 border-l-4 border-accent pl-4">
        <KeptFields kept={kept}>
          <FormOutcome outcome={outcome} labels={labels} prefix="link" />
          <input type="hidden" name="evidence" value={evidence} />
          <ClaimLinkFields parts={{ field, label }} names={{}} isOptional={false} />
        </KeptFields>
        <p className="text-sm text-muted">{t("linkTaken")}</p>
        <span>
          <SubmitButton pending={form("saving")}>{t("linkSave")}</SubmitButton>
        </span>
      </form>
    </details>
  );
}
