"use client";

import { useEffect, useRef, useState } from "react";
import { useTranslations } from "#translations";
import { Button } from "@/components/ui/button";
import { BATCH_FORM } from "@/components/ui/select-box";
import { useHydrated } from "@/components/ui/use-hydrated";

const boxesOf = (form: HTMLFormElement | null) =>
  [...(form?.elements ?? [])].filter(
    (one): one is HTMLInputElement => one instanceof HTMLInputElement && one.type === "checkbox",
  );

/** "Rotterdam https://…": the row's own link, a line each. */
const linkOf = (box: HTMLInputElement) => {
  const link = box.closest("tr, li")?.querySelector<HTMLAnchorElement>(":is(th, h3) a[href]");
  return link ? `${link.textContent?.trim()} ${link.href}` : "";
};

/**
 * What is selected in a list, and what can be done with it. It shows when a row is ticked, and always without JavaScript, when
 * its button leads to the page that takes what is ticked.
 * @param list the address of the list as it is shown
 */
export function BatchBar({ list }: { list: string }) {
  const t = useTranslations("common");
  const form = useRef<HTMLFormElement>(null);
  const [count, setCount] = useState(0);
  const [isCopied, setCopied] = useState(false);
  const isHydrated = useHydrated();
  const selected = () => boxesOf(form.current).filter(({ checked }) => checked);
  useEffect(() => {
    const recount = () => {
      setCount(boxesOf(form.current).filter(({ checked }) => checked).length);
      setCopied(false);
    };
    const onChange = ({ target }: Event) =>
      target instanceof HTMLInputElement && target.form === form.current && recount();
    // A browser ticks again what was ticked when one comes back.
    const waiting = setTimeout(recount);
    document.addEventListener("change", onChange);
    return () => {
      clearTimeout(waiting);
      document.removeEventListener("change", onChange);
    };
  }, []);
  const selectAll = () => {
    for (const box of boxesOf(form.current)) box.checked = true;
    setCount(boxesOf(form.current).length);
  };
  const copy = async () => {
    await navigator.clipboard.writeText(selected().map(linkOf).join("\n"));
    setCopied(true);
  };
  return (
    <form
      ref={form}
      id={BATCH_FORM}
      action="/queue/bulk"
      data-count={isHydrated ? count : undefined}
      aria-label={t("selection")}
      onReset={() => setCount(0)}
      className="batch-bar"
    >
      <input type="hidden" name="list" value={list} />
      <p role="status" className="font-semibold empty:hidden">
        {isHydrated && t("selected", { count })}
      </p>
      <Button type="submit" kind="primary">
        {t("changeSelected")}
      </Button>
      {isHydrated && (
        <>
          <Button onClick={() => void copy()}>{t(isCopied ? "linksCopied" : "copyLinks")}</Button>
          <Button kind="quiet" onClick={selectAll}>
            {t("selectAll")}
          </Button>
          <Button kind="quiet" type="reset">
            {t("selectNone")}
          </Button>
        </>
      )}
    </form>
  );
}
