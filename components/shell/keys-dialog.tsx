"use client";

import { useEffect, useRef } from "react";
import { useLocaleCode, useTranslations } from "#translations";
import { MessagesProvider } from "@/components/translations-client";
import { Button } from "@/components/ui/button";
import { keys } from "@/lib/messages/keys";
import { KeyList } from "./key-list";
import type { Reader } from "./reader";

type Props = { person: Pick<Reader, "role">; close: () => void };

/** All keys, wherever one is. It brings its words along, which no page is sent. */
export default function KeysDialog(props: Props) {
  const locale = useLocaleCode();
  return (
    <MessagesProvider locale={locale} catalogue={{ keys: keys[locale] }}>
      <Keys {...props} />
    </MessagesProvider>
  );
}

function Keys({ person, close }: Props) {
  const t = useTranslations("keys");
  const shell = useTranslations("shell");
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog
      ref={dialog}
      aria-label={t("title")}
      onClose={close}
      onPointerDown={(event) => {
        if (event.target === event.currentTarget) event.currentTarget.close();
      }}
      className="m-auto w-[min(64rem,calc(100vw-2rem))] border border-rule-strong bg-raised p-0 text-ink shadow-float backdrop:bg-black/40"
    >
      <div className="flex flex-col gap-4 p-5">
        <h2 className="text-lg">{t("title")}</h2>
        <KeyList person={person} />
        <div>
          <Button onClick={() => dialog.current?.close()}>{shell("close")}</Button>
        </div>
      </div>
    </dialog>
  );
}
