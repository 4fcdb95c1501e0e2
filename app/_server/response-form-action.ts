import "server-only";
import { OFFERED } from "@/lib/records/form-marks";
import type { Outcome } from "@/lib/workflow/outcome";
import { recordFormAction } from "./record-form-action";

const ROW = /^answers\.(\d+)\.claim$/;

/** The form without the claims that it offered itself and that nothing was said of. */
function withoutUntouched(form: FormData): FormData {
  const offered = new Set(form.getAll(OFFERED));
  const untouched = [...form].flatMap(([name, value]) => {
    const [, index] = ROW.exec(name) ?? [];
    return index !== undefined && offered.has(value) && !form.get(`answers.${index}.answer`)
      ? [`answers.${index}.`]
      : [];
  });
  const sent = new FormData();
  for (const [name, value] of form) {
    if (!untouched.some((row) => name.startsWith(row))) sent.append(name, value);
  }
  return sent;
}

type Make = typeof recordFormAction;

/** `recordFormAction` for an answer's form, which offers the claims that the answer may be to. */
export const responseFormAction: Make = (schema, write, options) => {
  const save = recordFormAction(schema, write, options);
  return async (previous: Outcome, form: FormData): Promise<Outcome> => {
    const outcome = await save(previous, withoutUntouched(form));
    if (!("values" in outcome)) return outcome;
    // Offered again when the form comes back.
    const rows = [...form].filter(([name, value]) => /^answers\.\d+\.\w+$/.test(name) && typeof value === "string");
    return { ...outcome, values: { ...Object.fromEntries(rows as [string, string][]), ...outcome.values } };
  };
};
