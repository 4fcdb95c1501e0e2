"use client";

import { useState } from "react";
import { useTranslations } from "#translations";
import type { FormAction } from "@/components/drafts/come-again";
import { useFormOutcome } from "@/components/drafts/use-form-outcome";
import { Button } from "@/components/ui/button";
import { TextField } from "@/components/ui/field";
import { fieldsOf } from "@/components/ui/fields-of";
import { FormOutcome } from "@/components/ui/form-outcome";
import { SubmitButton } from "@/components/ui/submit-button";
import { useHydrated } from "@/components/ui/use-hydrated";
import { BOX_FIELDS } from "@/lib/records/redaction";
import { type BoxRow, boxRowsOf } from "@/lib/records/redaction-rows";
import { rowField } from "@/lib/records/rows";
import { RedactionRow } from "./redaction-row";
import { RedactionStage } from "./redaction-stage";

type Props = {
  file: { readonly id: string; readonly name: string };
  pages: number;
  /** As the address says, which holds boxes for whoever has no JavaScript. */
  shown: { readonly page: number; readonly rows: readonly BoxRow[]; readonly name: string };
  action: FormAction;
};

/** Rows that stand empty for whoever can't add one. */
const SPARE = 4;
const EMPTY: BoxRow = { page: "", left: "", top: "", width: "", height: "" };

/** Boxes over the pages of a file, drawn or written, of which a redacted copy is made. */
export function RedactionForm({ file, pages, shown, action }: Props) {
  const t = useTranslations("redaction");
  const isHydrated = useHydrated();
  const [outcome, send] = useFormOutcome(action);
  const [page, setPage] = useState(shown.page);
  const [rows, setRows] = useState(() => ("values" in outcome ? boxRowsOf(outcome.values) : shown.rows));
  const field = fieldsOf(outcome, { name: shown.name }, "redact");
  const change = (index: number, row: BoxRow) => setRows(rows.map((own, at) => (at === index ? row : own)));
  const remove = (index: number) => setRows(rows.filter((_, at) => at !== index));
  const drawn = isHydrated ? rows : [...rows, ...Array.from({ length: SPARE }, () => EMPTY)];
  return (
    <form action={send} className="mt-4 grid gap-6 lg:grid-cols-[minmax(0,3fr)_minmax(18rem,2fr)]">
      <div className="min-w-0">
        <PageTurner id={file.id} page={page} pages={pages} turn={isHydrated ? setPage : null} />
        <RedactionStage
          file={file}
          page={page}
          rows={rows}
          add={(row) => setRows([...rows, row])}
          change={change}
          remove={remove}
        />
        {isHydrated && <p className="mt-2 text-sm text-muted pointer-coarse:hidden">{t("keys")}</p>}
      </div>
      <div className="flex min-w-0 flex-col gap-5 self-start lg:sticky lg:top-4 lg:max-h-[calc(100dvh-2rem)] lg:overflow-y-auto lg:p-1">
        <FormOutcome outcome={outcome} labels={labelsOf(drawn.length, t)} prefix="redact" />
        <input type="hidden" name="id" value={file.id} />
        <TextField label={t("name")} hint={t("nameHint")} {...field("name")} maxLength={200} required />
        <fieldset id="redact-boxes" className="min-w-0">
          <legend className="font-semibold">{t("boxes")}</legend>
          <p className="measure text-sm text-muted">{t("boxesHint")}</p>
          <ol className="mt-3 flex flex-col gap-4 empty:hidden">
            {drawn.map((row, index) => (
              <RedactionRow
                // biome-ignore lint/suspicious/noArrayIndexKey: a box is known by its number.
                key={index}
                row={row}
                index={index}
                errors={outcome.status === "invalid" ? outcome.errors : {}}
                change={(changed) => change(index, changed)}
                remove={isHydrated ? () => remove(index) : null}
              />
            ))}
          </ol>
        </fieldset>
        {isHydrated && (
          <p>
            <Button
              onClick={() =>
                setRows([...rows, { page: String(page), left: "40", top: "45", width: "20", height: "5" }])
              }
            >
              {t("add")}
            </Button>
          </p>
        )}
        <p>
          <SubmitButton pending={t("saving")}>{t("save")}</SubmitButton>
        </p>
      </div>
    </form>
  );
}

/** What each field of each box is called where an error names it. */
function labelsOf(count: number, t: ReturnType<typeof useTranslations<"redaction">>): Record<string, string> {
  const ofRows = Array.from({ length: count }, (_, index) =>
    BOX_FIELDS.map((name) => [rowField("boxes", index, name), `${t("box", { number: index + 1 })}, ${t(name)}`]),
  );
  return { name: t("name"), boxes: t("boxes"), ...Object.fromEntries(ofRows.flat()) };
}

type TurnerProps = { id: string; page: number; pages: number; turn: ((page: number) => void) | null };

/** Another page of the file. Without JavaScript the address takes the boxes along. */
function PageTurner({ id, page, pages, turn }: TurnerProps) {
  const t = useTranslations("redaction");
  const toPage = (to: number) => ({
    name: "page",
    value: to,
    className: "button button-secondary",
    ...(turn
      ? { type: "button" as const, onClick: () => turn(to) }
      : { type: "submit" as const, formMethod: "get", formAction: `/files/${id}/redact`, formNoValidate: true }),
  });
  return (
    <p className="mb-3 flex flex-wrap items-center gap-3">
      {page > 1 && <button {...toPage(page - 1)}>{t("pageBefore")}</button>}
      <span aria-live="polite">{t("pageOf", { page, pages })}</span>
      {page < pages && <button {...toPage(page + 1)}>{t("pageAfter")}</button>}
      {!turn && <button {...toPage(page)}>{t("showBoxes")}</button>}
    </p>
  );
}
