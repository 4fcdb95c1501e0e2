"use client";

import { useRouter } from "next/navigation";
import { lazy, Suspense, useEffect, useState } from "react";
import { may, type Permission } from "@/lib/workflow/policy";
import { closeMenus } from "./close-menus";
import { deskKey, focusRow, tickRow } from "./desk-key";
import { KEYED_PLACES } from "./places";
import type { Reader } from "./reader";

const KeysDialog = lazy(() => import("./keys-dialog"));

/**
 * The keys of every page: j, k and x among the rows of a list, g and a letter to a place, c to correct, / to search, ? for the
 * list of them. A page that has keys of its own takes those first.
 */
export function DeskKeys({ person }: { person: Pick<Reader, "role"> }) {
  const router = useRouter();
  const [isHelp, setHelp] = useState(false);
  useEffect(() => closeMenus(), []);
  useEffect(() => {
    const presses: Readonly<Record<string, () => void>> = {
      j: () => focusRow(1),
      k: () => focusRow(-1),
      x: tickRow,
      c: () => document.querySelector<HTMLElement>("main [data-key=c]")?.click(),
      "/": () => document.getElementById("search")?.focus(),
      "?": () => setHelp(true),
      // Whatever comes next is meant for this, before any key of the page.
      g: () => addEventListener("keydown", goOn, { capture: true, once: true }),
    };
    const press = (event: KeyboardEvent, done: (() => void) | undefined) => {
      if (!done) return;
      event.preventDefault();
      done();
    };
    const onKey = (event: KeyboardEvent) => press(event, presses[deskKey(event) ?? ""]);
    const goOn = (event: KeyboardEvent) => {
      const place = KEYED_PLACES.find(([, , letter]) => letter === deskKey(event));
      const permission: Permission | undefined = place?.[3];
      if (place && (!permission || may(person, permission))) press(event, () => router.push(place[1]));
    };
    const onClick = ({ target }: MouseEvent) => {
      if (target instanceof Element && target.closest("[data-keys-help]")) setHelp(true);
    };
    addEventListener("keydown", onKey);
    addEventListener("click", onClick);
    return () => {
      removeEventListener("keydown", onKey);
      removeEventListener("keydown", goOn, { capture: true });
      removeEventListener("click", onClick);
    };
  }, [router, person]);
  return (
    isHelp && (
      <Suspense>
        <KeysDialog person={person} close={() => setHelp(false)} />
      </Suspense>
    )
  );
}
