"use client";

import type { ReactNode } from "react";
import { useFormStatus } from "react-dom";
import { type ButtonKind, buttonClass } from "./button";

type Props = {
  children: ReactNode;
  /** What it reads while the form is on its way ("Saving…"). */
  pending: ReactNode;
  kind?: ButtonKind;
  name?: string;
  value?: string;
  /** It submits for review: Ctrl or ⌘ with Shift and Enter press it, wherever the focus is in its form. */
  submits?: boolean;
};

/** Sends its form; once, however often it is pressed. */
export function SubmitButton({ children, pending, kind = "primary", name, value, submits }: Props) {
  const status = useFormStatus();
  return (
    <button
      type="submit"
      name={name}
      value={value}
      className={buttonClass(kind)}
      {...(submits && { "data-submits": "", "aria-keyshortcuts": "Control+Shift+Enter Meta+Shift+Enter" })}
      aria-disabled={status.pending}
      onClick={(event) => {
        if (status.pending) event.preventDefault();
      }}
    >
      {status.pending ? pending : children}
    </button>
  );
}
