/*
 * React puts a text area back to what the server sent when it takes it over, whatever was typed until then. On a slow line
 * that is a sentence lost. (An <input> keeps its text by itself.)
 */

/** For an inline script of the page: notes on each text area what was typed, from the first moment on. */
export const RECORD_EARLY_INPUT =
  'addEventListener("input",function(e){if(e.target.localName==="textarea")e.target.typedEarly=e.target.value},true)';

/** A ref for each text area: gives back what was typed before React took it over. */
export function keepEarlyInput(area: (HTMLTextAreaElement & { typedEarly?: string }) | null): void {
  if (area?.typedEarly !== undefined && area.value !== area.typedEarly) area.value = area.typedEarly;
}
