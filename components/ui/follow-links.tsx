"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";

/**
 * Once per page: whatever link of the desk is clicked is followed without a reload, unless it is to open elsewhere; so is a
 * form of filters, when one of its choices changes.
 */
export function FollowLinks() {
  const router = useRouter();
  useEffect(() => {
    const follow = (event: MouseEvent) => {
      const link = event.target instanceof Element && event.target.closest<HTMLAnchorElement>("a[data-follow]");
      if (!link || !isPlainClick(event) || link.target || link.origin !== location.origin) return;
      event.preventDefault();
      router.push(link.href.slice(link.origin.length), { scroll: link.dataset.follow !== "in-place" });
    };
    const applyChoice = ({ target }: Event) => {
      if (!(target instanceof HTMLInputElement || target instanceof HTMLSelectElement)) return;
      if (!target.matches("form[data-follow=choices] :is(select, [type=checkbox], [type=radio])") || !target.form)
        return;
      router.push(addressOf(target.form), { scroll: false });
    };
    addEventListener("input", searchFacet);
    addEventListener("click", follow);
    addEventListener("change", applyChoice);
    return () => {
      removeEventListener("input", searchFacet);
      removeEventListener("click", follow);
      removeEventListener("change", applyChoice);
    };
  }, [router]);
  return null;
}

/** Shows of a facet's values those that hold what is typed, and those that are chosen. */
function searchFacet({ target }: Event): void {
  if (!(target instanceof HTMLInputElement) || target.dataset.facetSearch === undefined) return;
  const wanted = target.value.trim().toLocaleLowerCase();
  for (const choice of target.parentElement?.querySelectorAll<HTMLElement>(":scope > .facet-choice") ?? [])
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

const isPlainClick = ({ defaultPrevented, button, metaKey, ctrlKey, shiftKey, altKey }: MouseEvent) =>
  !defaultPrevented && button === 0 && !metaKey && !ctrlKey && !shiftKey && !altKey;
