"use client";

import { useRouter } from "next/navigation";
import { useEffect, useRef, useState, useTransition } from "react";
import { useTranslations } from "#translations";

/**
 * Once per page: whatever link to a page is clicked is followed without a reload, unless it is to open elsewhere; so is a
 * form of filters, when what it holds has changed or is sent; when the view has become another one, by a chip or by going back, the
 * form says so. Until the page is there, a bar says that it comes; on a slow line another
 * page's shape takes the place of the one that is left.
 */
export function FollowLinks() {
  const t = useTranslations("common");
  const router = useRouter();
  const [isComing, startTransition] = useTransition();
  const [leaves, setLeaves] = useState(false);
  const changed = useRef("");
  useEffect(() => {
    if (!isComing && changed.current) focusAgain(changed.current);
  }, [isComing]);
  useEffect(() => {
    const follow = (event: MouseEvent) => {
      const link = event.target instanceof Element && event.target.closest("a[href]");
      if (!(link instanceof HTMLAnchorElement) || !isPlainClick(event) || !leadsToPage(link)) return;
      event.preventDefault();
      const scroll = link.dataset.follow !== "in-place";
      setLeaves(link.pathname !== location.pathname);
      startTransition(() => router.push(link.href.slice(link.origin.length), { scroll }));
    };
    const apply = (form: HTMLFormElement) => {
      const address = addressOf(form);
      setLeaves(false);
      startTransition(() => router.push(address, { scroll: false }));
    };
    const applyChoice = ({ target }: Event) => {
      const field = target as HTMLInputElement | HTMLSelectElement;
      if (!field.name || !field.form?.matches(FILTERS) || isHalfTyped(field)) return;
      changed.current = field.name;
      apply(field.form);
    };
    const send = (event: SubmitEvent) => {
      const form = event.target as HTMLFormElement;
      if (event.defaultPrevented || !form.matches(FILTERS)) return;
      event.preventDefault();
      // Where the filters are a sheet, what they found is below it.
      form.closest("details.sheet")?.removeAttribute("open");
      apply(form);
    };
    const shown = new MutationObserver(showView);
    shown.observe(document, { subtree: true, attributeFilter: ["checked", "value"] });
    addEventListener("input", searchFacet);
    addEventListener("click", follow);
    addEventListener("change", applyChoice);
    addEventListener("submit", send);
    return () => {
      shown.disconnect();
      removeEventListener("input", searchFacet);
      removeEventListener("click", follow);
      removeEventListener("change", applyChoice);
      removeEventListener("submit", send);
    };
  }, [router]);
  return (
    isComing && (
      <div
        role="progressbar"
        aria-label={t("pageComing")}
        className="page-coming"
        data-leaves={leaves || undefined}
      />
    )
  );
}

const FILTERS = "form[data-follow=choices]";

/** A field keeps what was chosen in it whatever view the page shows by now; what somebody types in is left to them. */
function showView(changes: readonly MutationRecord[]): void {
  for (const { target } of changes) {
    if (!(target instanceof HTMLInputElement) || target.type === "hidden" || !target.form?.matches(FILTERS)) continue;
    if (target.type === "checkbox") target.checked = target.defaultChecked;
    else if (target !== document.activeElement) target.value = target.defaultValue;
  }
}

/** A choice takes the place of the one that was made, without its focus. */
function focusAgain(name: string): void {
  if (document.activeElement === document.body)
    document.querySelector<HTMLElement>(`${FILTERS} select[name="${name}"]`)?.focus();
}

/** A date whose year is being typed is one at each of its digits: the year 2, 20 and 202. */
const isHalfTyped = ({ type, value }: HTMLInputElement | HTMLSelectElement) =>
  type === "date" && value !== "" && value < "1000";

/** Shows of a facet's values those that hold what is typed, and those that are chosen. */
function searchFacet({ target }: Event): void {
  const field = target as HTMLInputElement;
  if (field.dataset.facetSearch === undefined) return;
  const wanted = field.value.trim().toLocaleLowerCase();
  for (const choice of field.parentElement?.querySelectorAll<HTMLElement>(":scope > :is(.facet-choice, label)") ?? [])
    choice.hidden =
      !choice.textContent?.toLocaleLowerCase().includes(wanted) && !choice.querySelector("input:checked");
}

/** Where the form leads as it stands, without what is left empty. */
function addressOf(form: HTMLFormElement): string {
  const filled = [...new FormData(form)].filter(([, value]) => value !== "");
  const query = new URLSearchParams(filled as [string, string][]).toString();
  const { pathname } = new URL(form.action);
  return query ? `${pathname}?${query}` : pathname;
}

/** Not to a file, nor elsewhere, nor along this page. What says nothing of itself is followed: it is most of all links. */
function leadsToPage({ target, download, origin, pathname, search, hash, dataset }: HTMLAnchorElement): boolean {
  if (target || download || origin !== location.origin || dataset.follow === "no") return false;
  if (/^\/api\/|\.\w+$/.test(pathname)) return false;
  return !hash || pathname + search !== location.pathname + location.search;
}

const isPlainClick = ({ defaultPrevented, button, metaKey, ctrlKey, shiftKey, altKey }: MouseEvent) =>
  !defaultPrevented && button === 0 && !metaKey && !ctrlKey && !shiftKey && !altKey;
