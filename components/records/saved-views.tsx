"use client";

import type { ReactNode } from "react";
import { useTranslations } from "#translations";
import { useFormOutcome } from "@/components/drafts/use-form-outcome";
import { TextField } from "@/components/ui/field";
import { fieldsOf } from "@/components/ui/fields-of";
import { FormOutcome } from "@/components/ui/form-outcome";
import { PlainLink } from "@/components/ui/link";
import { SubmitButton } from "@/components/ui/submit-button";
import type { SavedView } from "@/db/access/views/saved-views";
import type { ListName } from "@/lib/records/list-file";
import type { RecordFormAction } from "./record-form";

export type SavedViewsProps = {
  list: ListName;
  /** The view that is shown now, as its filter writes it. */
  query: string;
  /** Whether it names days, which may move along with today. */
  hasDays: boolean;
  views: readonly SavedView[];
  mayShare: boolean;
  mayRemoveShared: boolean;
  save: RecordFormAction;
  remove: RecordFormAction;
  /** Begins or ends alerts on a view; null for those who have no inbox. */
  alert: RecordFormAction | null;
};

const pathOf = (list: ListName, query: string) => (query ? `/${list}?${query}` : `/${list}`);

/** The views of a list that somebody saved, each a link to its address, and the form that saves the one shown now. */
export function SavedViews(props: SavedViewsProps) {
  const { list, query, views, mayRemoveShared, remove, alert } = props;
  const t = useTranslations("common");
  const from = pathOf(list, query);
  return (
    <>
      {views.length === 0 && <p className="text-muted">{t("viewsEmpty")}</p>}
      <ul>
        {views.map((view) => (
          <li key={view.id} className="flex items-center gap-2">
            <span className="min-w-0 flex-1">
              <PlainLink
                href={pathOf(list, view.query)}
                className="quiet-link"
                aria-current={view.query === query ? "true" : undefined}
              >
                {view.name}
              </PlainLink>
              <About view={view} />
              {alert && <Alert {...{ from, view }} action={alert} />}
            </span>
            {(view.owner === null || mayRemoveShared) && <Remove {...{ from, view }} action={remove} />}
          </li>
        ))}
      </ul>
      <SaveForm {...props} from={from} />
    </>
  );
}

/** Whose it is, where that is not the reader's alone, and whether its days move along. */
function About({ view: { owner, isShared, isRelative } }: { view: SavedView }) {
  const t = useTranslations("common");
  const said = [owner ? t("viewBy", { name: owner }) : isShared && t("viewShared"), isRelative && t("viewMoves")];
  const shown = said.filter(Boolean).join(" · ");
  return shown && <span className="block text-xs text-muted">{shown}</span>;
}

type StepProps = { action: RecordFormAction; from: string; view: SavedView };

/** Whether what is new in the view comes into one's inbox, as the button that changes it. */
function Alert(props: StepProps) {
  const { view } = props;
  const t = useTranslations("common");
  return (
    <StepForm {...props} name="alert" values={{ isOn: view.isAlerting ? "" : "on" }}>
      <button
        type="submit"
        className="min-h-6 cursor-pointer text-xs text-accent underline"
        aria-pressed={view.isAlerting}
        aria-label={t("viewAlertOf", { name: view.name })}
      >
        {view.isAlerting && <span aria-hidden="true">✓ </span>}
        {t(view.isAlerting ? "viewAlertOn" : "viewAlert")}
      </button>
    </StepForm>
  );
}

function Remove(props: StepProps) {
  const t = useTranslations("common");
  const label = t("viewRemove", { name: props.view.name });
  return (
    <StepForm {...props} name="remove">
      <button type="submit" className="row-step" aria-label={label} title={label}>
        ×
      </button>
    </StepForm>
  );
}

type StepFormProps = StepProps & { name: string; values?: Readonly<Record<string, string>>; children: ReactNode };

/** A form of one button about a view, which leads back to the list. */
function StepForm({ action, from, view, name, values = {}, children }: StepFormProps) {
  const [outcome, send] = useFormOutcome(action);
  return (
    <form action={send}>
      <FormOutcome outcome={outcome} labels={{}} prefix={`${name}-${view.id}`} />
      {Object.entries({ id: view.id, from, ...values }).map(([key, value]) => (
        <input key={key} type="hidden" name={key} value={value} />
      ))}
      {children}
    </form>
  );
}

function SaveForm({ list, query, hasDays, mayShare, save, from }: SavedViewsProps & { from: string }) {
  const t = useTranslations("common");
  const form = useTranslations("form");
  const [outcome, send] = useFormOutcome(save);
  const field = fieldsOf(outcome, {}, "view");
  const tick = (name: string, label: string) => (
    <label className="flex items-center gap-2">
      <input type="checkbox" name={name} className="size-4 accent-accent" />
      {label}
    </label>
  );
  return (
    <form action={send} className="flex flex-col gap-2 border-t border-rule pt-2">
      <FormOutcome outcome={outcome} labels={{ name: t("viewName") }} prefix="view" />
      <input type="hidden" name="list" value={list} />
      <input type="hidden" name="query" value={query} />
      <input type="hidden" name="from" value={from} />
      <TextField label={t("viewName")} required maxLength={80} autoComplete="off" {...field("name")} />
      {mayShare && tick("isShared", t("viewShare"))}
      {hasDays && tick("isRelative", t("viewRelative"))}
      <SubmitButton kind="secondary" pending={form("saving")}>
        {t("viewSave")}
      </SubmitButton>
    </form>
  );
}
