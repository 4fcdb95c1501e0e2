"use client";

import { useId } from "react";
import { useTranslations } from "#translations";
import { UnderstoodField } from "@/components/ui/date-field";
import type { TextField } from "@/components/ui/field";
import { KNOWN_SUBJECTS, readSubject } from "@/lib/messages/claim-subject-words";
import { useClaimLabels } from "./claim-labels";

/** A subject in words: one that there is, or a new one. */
export function SubjectField(props: Parameters<typeof TextField>[0]) {
  const t = useTranslations("claim");
  const { subject } = useClaimLabels();
  const list = useId();
  const understand = (text: string) => {
    const code = readSubject(text);
    if (code === null) return null;
    return t(KNOWN_SUBJECTS.includes(code) ? "subjectKnown" : "subjectNew", { subject: subject(code) });
  };
  const code = readSubject(String(props.defaultValue ?? ""));
  return (
    <>
      <UnderstoodField
        hint={t("formSubject")}
        {...props}
        defaultValue={code === null ? props.defaultValue : subject(code)}
        list={list}
        understand={understand}
      />
      <datalist id={list}>
        {KNOWN_SUBJECTS.map((known) => (
          <option key={known} value={subject(known)} />
        ))}
      </datalist>
    </>
  );
}
