"use client";

import { usePathname, useSearchParams } from "next/navigation";
import { useCallback, useEffect, useRef, useState } from "react";
import { useTranslations } from "#translations";
import type { FormAction } from "@/components/drafts/come-again";
import { useFormOutcome } from "@/components/drafts/use-form-outcome";
import { PlainLink } from "@/components/ui/link";
import { readToast, TOAST_COOKIE, type Toast } from "@/lib/text/toast-cookie";
import { TOAST_EVENT } from "./show-toast";

/** Stands so long, and longer while the pointer or the focus is in it. */
const MILLISECONDS = 8000;
const LEFT = new RegExp(`(?:^|; )${TOAST_COOKIE}=([^;]*)`);

/** What the server left with its last answer; it is said once. */
function takeLeftToast(): Toast | null {
  const value = LEFT.exec(document.cookie)?.[1];
  if (!value) return null;
  // biome-ignore lint/suspicious/noDocumentCookie: the cookie store is not there without https
  document.cookie = `${TOAST_COOKIE}=; path=/; max-age=0`;
  return readToast(decodeURIComponent(value));
}

type Shown = Toast & { readonly id: number };

/** Says at the foot of the page what was just done, with the way to it or back. Without JavaScript pages say it themselves. */
export function Toaster({ undo }: { undo: FormAction }) {
  const [shown, setShown] = useState<Shown | null>(null);
  const [pathname, query] = [usePathname(), useSearchParams()?.toString()];
  const isHeld = useRef(false);
  const show = useCallback((toast: Toast | null) => {
    if (toast) setShown((before) => ({ ...toast, id: (before?.id ?? 0) + 1 }));
  }, []);
  useEffect(() => {
    const onToast = (event: Event) => show((event as CustomEvent<Toast | undefined>).detail ?? takeLeftToast());
    addEventListener(TOAST_EVENT, onToast);
    return () => removeEventListener(TOAST_EVENT, onToast);
  }, [show]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a page that was led to may have been left one
  useEffect(() => show(takeLeftToast()), [show, pathname, query]);
  const id = shown?.id;
  useEffect(() => {
    if (id === undefined) return;
    const timer = setInterval(() => !isHeld.current && setShown(null), MILLISECONDS);
    return () => clearInterval(timer);
  }, [id]);
  const hold = (on: boolean) => () => {
    isHeld.current = on;
  };
  return (
    <div
      role="status"
      className={shown ? "toast toast-of-page" : "sr-only"}
      onPointerEnter={hold(true)}
      onPointerLeave={hold(false)}
      onFocus={hold(true)}
      onBlur={hold(false)}
    >
      {shown && <ToastLine key={shown.id} toast={shown} undo={undo} close={() => setShown(null)} />}
    </div>
  );
}

function ToastLine({
  toast: { text, link, undo: fields },
  undo,
  close,
}: {
  toast: Toast;
  undo: FormAction;
  close: () => void;
}) {
  const t = useTranslations("toast");
  const [outcome, send, isPending] = useFormOutcome(undo);
  const failure = outcome.status === "refused" ? outcome.sentence : null;
  return (
    <div className="flex items-center gap-3">
      <p className="min-w-0 flex-1">{failure ?? text}</p>
      {link && (
        <PlainLink href={link.href} className="toast-step inline-flex items-center" onClick={close}>
          {link.label}
        </PlainLink>
      )}
      {fields && (
        <form action={send}>
          {Object.entries(fields).flatMap(([name, values]) =>
            [values]
              .flat()
              .map((value) => <input key={`${name}=${value}`} type="hidden" name={name} value={value} />),
          )}
          <button type="submit" className="toast-step" aria-disabled={isPending}>
            {t(isPending ? "undoing" : "undo")}
          </button>
        </form>
      )}
      <button type="button" className="toast-close" aria-label={t("close")} onClick={close}>
        ×
      </button>
    </div>
  );
}
