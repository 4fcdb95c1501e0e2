"use client";

import { useRef, useState } from "react";
import { useTranslations } from "#translations";
import { useFileDrop } from "@/components/files/use-file-drop";
import { useUploads } from "@/components/files/use-uploads";
import { showToast } from "@/components/shell/show-toast";
import { CONTROL } from "@/components/ui/field";
import { useHydrated } from "@/components/ui/use-hydrated";
import { commentAnchor } from "@/lib/records/comment-threads";
import { ChosenFiles } from "./chosen-files";
import { CommentBox } from "./comment-box";
import { type DiscussionFormAction, SentForm } from "./sent-form";
import type { Doing } from "./use-discussion";

export type FieldChoice = { readonly name: string; readonly label: string };

type Props = {
  id: string;
  label: string;
  action: DiscussionFormAction;
  hidden: Readonly<Record<string, string>>;
  doing: Pick<Doing, "write" | "refresh">;
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
export function CommentForm({ id, label, action, hidden, doing, parent, fields, counts = {}, isPrimary }: Props) {
  const t = useTranslations("discussion");
  const toast = useTranslations("toast");
  const box = useRef<HTMLTextAreaElement>(null);
  const isHydrated = useHydrated();
  const uploading = useUploads(doing.refresh);
  const [chosen, setChosen] = useState<readonly File[]>([]);
  const add = (files: Iterable<File>) => {
    const more = [...files];
    setChosen((now) => [...now, ...more]);
  };
  const { isOver, handlers } = useFileDrop(add);
  const send = async (form: FormData) => {
    const area = box.current;
    const body = textOf(form, "body");
    if (area) area.value = "";
    try {
      const field = parent ? parent.field : textOf(form, "field") || null;
      const comment = await doing.write({ body, field, parent: parent?.id ?? null });
      // A file needs its comment: whoever may read the one may open the other.
      uploading.add({ kind: "comment", id: comment.id }, chosen);
      setChosen([]);
      showToast({
        text: toast("commented"),
        link: { href: `#${commentAnchor(comment.id)}`, label: toast("open") },
        undo: { what: "comment", comment: comment.id },
      });
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
        <div className={`flex w-full flex-col gap-2 ${isOver ? "bg-accent-soft" : ""}`} {...handlers}>
          <CommentBox
            box={box}
            id={id}
            label={label}
            hint={parent ? undefined : t("hint")}
            text={typeof values.body === "string" ? values.body : ""}
            errorId={errorId}
          />
          <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
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
            {isHydrated && (
              <ChosenFiles
                {...{ id, chosen, add, uploading }}
                leaveOut={(file) => setChosen((now) => now.filter((one) => one !== file))}
              />
            )}
          </div>
        </div>
      )}
    </SentForm>
  );
}
