"use client";

import { useRef } from "react";
import { useTranslations } from "#translations";
import { CONTROL } from "@/components/ui/field";
import { CommentBox } from "./comment-box";
import { type DiscussionFormAction, SentForm } from "./sent-form";
import type { CommentBody } from "./use-discussion";

export type FieldChoice = { readonly name: string; readonly label: string };

type Props = {
  id: string;
  label: string;
  action: DiscussionFormAction;
  hidden: Readonly<Record<string, string>>;
  write: (comment: CommentBody) => Promise<unknown>;
  /** The comment that is answered. */
  parent?: { readonly id: string; readonly field: string | null };
  /** The fields that a first comment can be about, and how many comments each has. */
  fields?: readonly FieldChoice[];
  counts?: Readonly<Record<string, number>>;
  isPrimary?: boolean;
};

const textOf = (form: FormData, name: string) => {
  const value = form.get(name);
  return typeof value === "string" ? value : "";
};

/** Writes a comment or a reply. The box is empty at once; a refusal puts the text back, before what was typed since. */
export function CommentForm({ id, label, action, hidden, write, parent, fields, counts = {}, isPrimary }: Props) {
  const t = useTranslations("discussion");
  const box = useRef<HTMLTextAreaElement>(null);
  const send = async (form: FormData) => {
    const area = box.current;
    const body = textOf(form, "body");
    if (area) area.value = "";
    try {
      await write({ body, field: parent ? parent.field : textOf(form, "field") || null, parent: parent?.id ?? null });
    } catch (error) {
      if (area) area.value = [body, area.value].filter(Boolean).join("\n\n");
      throw error;
    }
  };
  const counted = (name: string, text: string) =>
    counts[name] ? t("aboutCount", { label: text, count: String(counts[name]) }) : text;
  return (
    <SentForm
      action={action}
      hidden={{ ...hidden, ...(parent ? { parent: parent.id } : {}) }}
      send={send}
      label={t("send")}
      keptAs={id}
      kind={isPrimary ? "primary" : "secondary"}
    >
      {({ values, errorId }) => (
        <>
          <CommentBox
            box={box}
            id={id}
            label={label}
            hint={parent ? undefined : t("hint")}
            text={typeof values.body === "string" ? values.body : ""}
            errorId={errorId}
          />
          {fields && (
            <p className="flex flex-wrap items-center gap-2 text-sm">
              <label htmlFor={`${id}-field`} className="font-semibold">
                {t("about")}
              </label>
              <span>
                <select
                  id={`${id}-field`}
                  name="field"
                  className={CONTROL}
                  defaultValue={typeof values.field === "string" ? values.field : ""}
                >
                  <option value="">{counted("", t("whole"))}</option>
                  {fields.map((field) => (
                    <option key={field.name} value={field.name}>
                      {counted(field.name, field.label)}
                    </option>
                  ))}
                </select>
              </span>
            </p>
          )}
        </>
      )}
    </SentForm>
  );
}
