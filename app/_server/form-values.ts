import type { FormValues } from "@/lib/workflow/outcome";

/** A form's fields as an object; a name sent more than once is a list. React's own fields and files are left out. */
export function formValues(form: FormData): FormValues {
  const values: Record<string, string | string[]> = {};
  for (const key of new Set(form.keys())) {
    if (key.startsWith("$")) continue;
    const texts = form.getAll(key).filter((value) => typeof value === "string");
    const [first = "", ...others] = texts;
    values[key] = others.length > 0 ? texts : first;
  }
  return values;
}
