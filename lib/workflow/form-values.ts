import { unifyLineEnds } from "../text/line-ends";
import type { FormValues } from "./outcome";

/**
 * A form's fields as an object; a name sent more than once is a list. What is none of the reader's words is left out: files,
 * React's own fields and the form's marks. A line break is LF, as it was typed: forms send CR LF, which would count twice.
 */
export function formValues(form: FormData): FormValues {
  const names = [...new Set(form.keys())].filter((key) => !key.startsWith("$"));
  return Object.fromEntries(
    names.map((key) => {
      const texts = form.getAll(key).filter((value) => typeof value === "string");
      const [first = "", ...others] = texts.map(unifyLineEnds);
      return [key, others.length > 0 ? [first, ...others] : first];
    }),
  );
}
