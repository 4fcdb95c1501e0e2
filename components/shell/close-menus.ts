/** Menus and panels that a summary opens: all but those of facets, which are parts of a form. */
const MENU = "details:is(.list-menu, .figure-menu, .review-filters)[open]";

/** Closes what was opened over the page, once something else is clicked, or Escape is pressed. @returns how to stop */
export function closeMenus(): () => void {
  const onPointer = ({ target }: Event) => {
    for (const menu of document.querySelectorAll<HTMLDetailsElement>(MENU))
      if (target instanceof Node && !menu.contains(target)) menu.open = false;
  };
  const onEscape = (event: KeyboardEvent) => {
    const menu = [...document.querySelectorAll<HTMLDetailsElement>(MENU)].at(-1);
    if (event.key !== "Escape" || event.defaultPrevented || !menu || document.querySelector("dialog[open]")) return;
    menu.open = false;
    menu.querySelector("summary")?.focus();
  };
  addEventListener("pointerdown", onPointer);
  addEventListener("keydown", onEscape);
  return () => {
    removeEventListener("pointerdown", onPointer);
    removeEventListener("keydown", onEscape);
  };
}
