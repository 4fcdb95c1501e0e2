/** What is proposed for a form's boxes, by their names; null where nobody knows. */
export type BoxProposal = Readonly<Record<string, string | null>>;

/** Fills a box as typing does: React keeps count of what it has set itself. */
export function fillBox(box: HTMLInputElement | HTMLTextAreaElement, text: string) {
  const kind = box instanceof HTMLTextAreaElement ? HTMLTextAreaElement : HTMLInputElement;
  Object.getOwnPropertyDescriptor(kind.prototype, "value")?.set?.call(box, text);
  box.dispatchEvent(new Event("input", { bubbles: true }));
  // What is filled in is seen: some boxes are folded away.
  if (text !== "") box.closest("details")?.setAttribute("open", "");
}

/** Puts what is proposed into the boxes that are empty, or hold what was proposed before. @returns the names of those */
export function fillEmpty(form: HTMLFormElement, proposed: BoxProposal, before: BoxProposal): string[] {
  return Object.keys(proposed).filter((name) => {
    const box = form.elements.namedItem(name);
    const text = proposed[name] ?? "";
    if (!(box instanceof HTMLInputElement || box instanceof HTMLTextAreaElement)) return false;
    const isTheirs = box.value.trim() !== "" && box.value !== before[name];
    if (isTheirs) return false;
    if (box.value !== text) fillBox(box, text);
    return text !== "";
  });
}
