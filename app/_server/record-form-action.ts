import "server-only";
import type { z } from "zod";
import { recordOrganization } from "@/db/access/organizations/organizations";
import { ADD, addedField } from "@/lib/records/form-marks";
import { recordOf } from "@/lib/records/input";
import { organizationInput } from "@/lib/records/organization";
import type { Actor } from "@/lib/workflow/actor";
import { formValues } from "@/lib/workflow/form-values";
import type { FormValues, Outcome } from "@/lib/workflow/outcome";
import { type FormOptions, formAction } from "./boundary";
import { nameRecords } from "./named-records";
import { getActor } from "./session";

/**
 * Handler of a record's form: as `formAction`, but its fields may name records by their names. The form comes back with
 * nothing wrong when a button in it asked for more rows (`more`), or to record an organization that a field names and
 * that was not on file. The same with and without JavaScript.
 */
export function recordFormAction<S extends z.ZodType, R>(
  schema: S,
  write: (actor: Actor, input: z.output<S>) => Promise<R>,
  options: Pick<FormOptions<z.output<S>, R>, "done"> = {},
) {
  const save = formAction(schema, write, { ...options, prepare: nameRecords });
  return async (previous: Outcome, form: FormData): Promise<Outcome> => {
    if (form.has("more")) return { status: "invalid", errors: {}, values: formValues(form) };
    const field = form.get(ADD);
    return typeof field === "string" ? addOrganization(field, form) : save(previous, form);
  };
}

const recordAdded = formAction(recordOf(organizationInput), recordOrganization);

/** Records what `field` names as a draft, and gives the form back; what is wrong with the organization stands beside the field. */
async function addOrganization(field: string, form: FormData): Promise<Outcome> {
  const text = (part: "name" | "kind" | "country") => String(form.get(addedField(field, part)) ?? "");
  const organization = new FormData();
  for (const part of ["name", "kind", "country"] as const) organization.set(part, text(part));
  const added = await recordAdded({ status: "idle" }, organization);
  const values = formValues(form);
  if (added.status === "refused") return { ...added, values };
  if (added.status === "invalid") {
    const sentences = Object.values(added.errors).join(" ");
    return { status: "invalid", errors: { [field]: sentences }, values, notOnFile: { [field]: [text("name")] } };
  }
  return stillMissing(values);
}

/** The form as it is, with what its fields name and is still not on file. */
async function stillMissing(values: FormValues): Promise<Outcome> {
  const actor = await getActor();
  const { errors, notOnFile } = actor ? await nameRecords(actor, values) : { errors: {}, notOnFile: {} };
  return { status: "invalid", errors, values, notOnFile };
}
