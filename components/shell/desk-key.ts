const TYPING = "input:not([type=checkbox]), textarea, select, [contenteditable=true], dialog";

/**
 * The key of an event that is meant for the page, by its character. None while somebody types, in a dialog or with a modifier,
 * nor of what was taken already.
 */
export function deskKey(event: KeyboardEvent): string | null {
  const { target } = event;
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || !(target instanceof Element))
    return null;
  return document.querySelector("dialog[open]") || target.closest(TYPING) ? null : event.key;
}

const ROWS = "main :is(.ruled-table > tbody > tr, [data-row])";

/** Selects the row that has the focus, or takes it out again. */
export function tickRow(): void {
  document.activeElement?.closest(ROWS)?.querySelector<HTMLElement>("input[name=item]")?.click();
}

/** Moves the focus to the link of the row before or after the one that has it; to the first row when none has. */
export function focusRow(by: 1 | -1): void {
  const rows = [...document.querySelectorAll<HTMLElement>(ROWS)].filter((row) => row.querySelector("a[href]"));
  const here = document.activeElement?.closest<HTMLElement>(ROWS);
  const at = here ? rows.indexOf(here) : -1;
  const row = rows[at < 0 ? 0 : Math.min(Math.max(at + by, 0), rows.length - 1)];
  const link = row?.querySelector<HTMLElement>("a[href]");
  link?.focus({ preventScroll: true });
  row?.scrollIntoView({ block: "nearest" });
}
