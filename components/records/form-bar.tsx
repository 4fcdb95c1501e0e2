"use client";

import type { KeyboardEvent, ReactNode } from "react";
import { useFormatInstant, useTranslations } from "#translations";
import { ButtonLink } from "@/components/ui/button";

/** Ctrl or ⌘ with Enter saves, wherever the focus is in the form; with Shift it submits for review as well. */
export function saveByKeys(event: KeyboardEvent<HTMLFormElement>) {
  if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey) || event.defaultPrevented) return;
  event.preventDefault();
  const submit = event.currentTarget.querySelector<HTMLButtonElement>("button[data-submits]");
  event.currentTarget.requestSubmit(event.shiftKey ? submit : null);
}

/** A form's steps, in sight wherever one is in it; on a phone above the bar of the site. */
export function FormBar({
  keptAt,
  cancelHref,
  children,
}: {
  keptAt: number | null;
  cancelHref: string;
  children: ReactNode;
}) {
  const t = useTranslations("form");
  const formatInstant = useFormatInstant();
  return (
    <div className="form-bar">
      <ButtonLink href={cancelHref} kind="quiet">
        {t("cancel")}
      </ButtonLink>
      <span
        className="ml-auto text-sm text-muted max-sm:order-first max-sm:basis-full max-sm:empty:hidden"
        title={t("keptHint")}
      >
        {keptAt !== null && t("kept", { time: formatInstant(new Date(keptAt), "clock") })}
      </span>
      {children}
    </div>
  );
}
