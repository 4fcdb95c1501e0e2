import "server-only";
import type { z } from "zod";
import { recordOrganization } from "@/db/access/organizations/organizations";
import { ADD, ADDED_PARTS, type AddedPart, addedField, SUBMIT, USE } from "@/lib/records/form-marks";
import { recordOf } from "@/lib/records/input";
import { organizationInput } from "@/lib/records/organization";
import type { Actor } from "@/lib/workflow/actor";
import { formValues } from "@/lib/workflow/form-values";
import type { FormValues, Outcome } from "@/lib/workflow/outcome";
import { type FormOptions, formAction } from "./form-action";
import { nameRecords } from "./named-records";
import { getActor } from "./session";

type Options<S extends z.ZodType, R> = Pick<
  FormOptions<z.output<S>, R>,
  "done" | "tell" | "needsMore" | "prepare"
> & {
  /** Writes when the button that hands in for review was pressed. */
  readonly submit?: (actor: Actor, input: z.output<S>) => Promise<R>;
};

/**
 * Handler of a record's form: as `formAction`, but its fields may name records by their names. The form comes back with
 * nothing wrong when a button in it asked for more rows (`more`), to record an organization that a field names and that
 * was not on file, or to take one on file in its place. The same with and without JavaScript.
 */
export function recordFormAction<S extends z.ZodType, R>(
  schema: S,
  write: (actor: Actor, input: z.output<S>) => Promise<R>,
  { submit = write, ...options }: Options<S, R> = {},
) {
  const save = formAction(schema, write, {
    prepare: nameRecords,
    tell: (_written, _input, t) => ({ text: t("saved") }),
    ...options,
  });
  const saveAndSubmit = formAction(schema, submit, {
    prepare: nameRecords,
    tell: (_written, _input, t) => ({ text: t("submitted") }),
    ...options,
  });
  return async (previous: Outcome, form: FormData): Promise<Outcome> => {
    if (form.has("more")) return { status: "invalid", errors: {}, values: formValues(form) };
    const used = form.get(USE);
    if (typeof used === "string") return takeOrganization(used, form);
    const field = form.get(ADD);
    if (typeof field === "string") return addOrganization(field, form);
    return form.has(SUBMIT) ? saveAndSubmit(previous, form) : save(previous, form);
  };
}

const recordAdded = formAction(recordOf(organizationInput), recordOrganization);

/** Records what `field` names as a draft, and gives the form back; what is wrong with the organization stands beside the field. */
async function addOrganization(field: string, form: FormData): Promise<Outcome> {
  const text = (part: AddedPart) => form.getAll(addedField(field, part)).map(String).join("\n");
  const organization = new FormData();
  for (const part of ADDED_PARTS) organization.set(part, text(part));
  const added = await recordAdded({ status: "idle" }, organization);
  const values = formValues(form);
  if (added.status === "refused") return { ...added, values };
  if (added.status === "invalid") {
    const sentences = Object.values(added.errors).join(" ");
    const notOnFile = { [field]: [text("name")] };
    return { status: "invalid", errors: { [field]: sentences }, values, notOnFile, alike: added.alike };
  }
  return stillMissing(values);
}

/** Names what is on file in the place of the name that is not. */
async function takeOrganization(used: string, form: FormData): Promise<Outcome> {
  const [field = "", slug = ""] = used.split(" ");
  const name = String(form.get(addedField(field, "name")) ?? "");
  const values = formValues(form);
  const taken = (text: string) => (text.trim() === name ? slug : text);
  const inList = (text: string) =>
    text
      .split(/([;\n])/)
      .map(taken)
      .join("");
  const value = values[field] ?? "";
  return stillMissing({
    ...values,
    [field]: typeof value === "string" ? inList(taken(value)) : value.map((text) => inList(taken(text))),
  });
}

/** The form as it is, with what its fields name and is still not on file. */
async function stillMissing(values: FormValues): Promise<Outcome> {
  const actor = await getActor();
  const { errors, notOnFile } = actor ? await nameRecords(actor, values) : { errors: {}, notOnFile: {} };
  return { status: "invalid", errors, values, notOnFile };
}
