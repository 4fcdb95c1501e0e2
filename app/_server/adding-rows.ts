import "server-only";
import type { Outcome } from "@/lib/workflow/outcome";
import { formValues } from "./form-values";

type Action = (previous: Outcome, form: FormData) => Promise<Outcome>;

/**
 * A form with repeated rows asks for more of them by sending itself with `more`: the form comes back with its values and with
 * nothing wrong, and draws the new rows. The same with and without JavaScript.
 */
export const addingRows =
  (action: Action): Action =>
  async (previous, form) =>
    form.has("more") ? { status: "invalid", errors: {}, values: formValues(form) } : action(previous, form);
