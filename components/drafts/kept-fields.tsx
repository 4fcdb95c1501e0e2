"use client";

import { Fragment, type ReactNode, useEffect, useRef, useState } from "react";
import { useFormat, useTranslations } from "#translations";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { FORM_NAME, FORM_WRITER } from "@/lib/records/form-marks";
import type { Draft } from "@/lib/workflow/draft";
import type { KeptForm } from "./use-kept-form";

/** What stands in a form whose typing is kept; above it, what was typed another time and not saved. */
export function KeptFields({ kept, children }: { kept: KeptForm; children: ReactNode }) {
  const mark = useRef<HTMLInputElement>(null);
  const [offers, setOffers] = useState<readonly Draft[]>([]);
  const { keeper } = kept;
  useEffect(() => {
    const form = mark.current?.form;
    if (!form || !keeper) return;
    const attached = keeper.attach(form);
    setOffers(attached.offers);
    return attached.detach;
  }, [keeper]);
  useLeaveQuestion(kept.isUnkept);
  const close = (draft: Draft) => setOffers(offers.filter((offer) => offer !== draft));
  return (
    <>
      <input ref={mark} type="hidden" name={FORM_NAME} value={kept.name} />
      <input type="hidden" name={FORM_WRITER} value={kept.person ?? ""} />
      {offers.map((draft) => (
        <Offer
          key={draft.began}
          draft={draft}
          onRestore={() => {
            kept.restore(draft);
            close(draft);
          }}
          onDiscard={() => {
            keeper?.discard(draft);
            close(draft);
          }}
        />
      ))}
      <Fragment key={kept.round}>{children}</Fragment>
    </>
  );
}

type OfferProps = { draft: Draft; onRestore: () => void; onDiscard: () => void };

function Offer({ draft, onRestore, onDiscard }: OfferProps) {
  const t = useTranslations("draft");
  const format = useFormat();
  const [now] = useState(() => Date.now());
  return (
    <Notice title={t("found", { age: format.relativeTime(draft.at, now) })}>
      <div className="mt-2 flex flex-wrap gap-2">
        <Button onClick={onRestore}>{t("restore")}</Button>
        <Button kind="quiet" onClick={onDiscard}>
          {t("discard")}
        </Button>
      </div>
    </Notice>
  );
}

/** Asks before the page is left, where leaving would lose what was typed. */
function useLeaveQuestion(isUnkept: boolean): void {
  const t = useTranslations("draft");
  const question = t("leave");
  useEffect(() => {
    if (!isUnkept) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    const askForLink = (event: MouseEvent) => {
      const link = event.target instanceof Element ? event.target.closest("a[href]") : null;
      if (!link || link.getAttribute("href")?.startsWith("#") || confirm(question)) return;
      event.preventDefault();
      event.stopPropagation();
    };
    addEventListener("beforeunload", ask);
    document.addEventListener("click", askForLink, true);
    return () => {
      removeEventListener("beforeunload", ask);
      document.removeEventListener("click", askForLink, true);
    };
  }, [isUnkept, question]);
}
