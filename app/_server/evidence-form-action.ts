import "server-only";
import { proposeFromAddress } from "@/db/access/evidence/address-proposal";
import { fileEvidence } from "@/db/access/evidence/file-evidence";
import { proposeFromPage } from "@/db/access/evidence/page-proposal";
import { evidenceFiling, partField } from "@/lib/records/evidence-filing";
import { LOOK } from "@/lib/records/form-marks";
import type { Actor } from "@/lib/workflow/actor";
import { formValues } from "@/lib/workflow/form-values";
import type { FormValues, Outcome } from "@/lib/workflow/outcome";
import type { PreparedForm } from "./form-action";
import { nameRecords } from "./named-records";
import { countRequest } from "./person-limits";
import { recordFormAction } from "./record-form-action";
import { getActor } from "./session";

const text = (values: FormValues, field: string) => [values[field] ?? ""].flat()[0]?.trim() ?? "";

/** The outlet that is to be recorded with the item: the one that its publisher names, and that is not on file. */
const outletOf = (values: FormValues): string | null => {
  const name = text(values, partField("outlet", "name"));
  return name !== "" && name === text(values, "publisher") ? name : null;
};

/** As for every record's form; but a publisher that is not on file is none of its mistakes where it is to be added. */
async function prepare(actor: Actor, values: FormValues): Promise<PreparedForm> {
  const { values: read, errors, notOnFile } = await nameRecords(actor, values);
  const isAdded = outletOf(values) !== null && notOnFile.publisher !== undefined;
  if (!isAdded) {
    const name = partField("outlet", "name");
    return {
      values: Object.fromEntries(Object.entries(read).filter(([field]) => field !== name)),
      errors,
      notOnFile,
    };
  }
  const { publisher: _publisher, ...others } = errors;
  return { values: { ...read, publisher: "" }, errors: others, notOnFile };
}

const save = recordFormAction(evidenceFiling, fileEvidence, {
  prepare,
  submit: (actor, filing) => fileEvidence(actor, { ...filing, submit: true }),
  done: ({ slug }) => `/evidence/${slug}`,
});

/** Files an item with its outlet and what it does to a claim; or fills in what its address tells, for who has no JavaScript. */
export async function fileEvidenceForm(previous: Outcome, form: FormData): Promise<Outcome> {
  if (form.has(LOOK)) return lookAtAddress(formValues(form));
  const outcome = await save(previous, form);
  // What the database refuses is told without the names that are not on file: the outlet's part of the form goes by them.
  const outlet = outletOf(formValues(form));
  if (outcome.status !== "invalid" || !outlet || outcome.notOnFile?.publisher) return outcome;
  return { ...outcome, notOnFile: { ...outcome.notOnFile, publisher: [outlet] } };
}

async function lookAtAddress(values: FormValues): Promise<Outcome> {
  const actor = await getActor();
  const proposed = actor && (await proposeFromAddress(actor, text(values, "url")));
  if (!proposed) return { status: "invalid", errors: {}, values };
  const { publisher, country, outletUrl } = proposed;
  const page = proposed.mayFetch ? await lookAtPage(actor, text(values, "url")) : null;
  const told = {
    title: page?.title,
    author: page?.author,
    published: page?.published ?? proposed.published,
    language: page?.language ?? proposed.language,
    publisher: publisher?.slug,
    [partField("outlet", "country")]: country,
    [partField("outlet", "url")]: outletUrl,
  };
  const filled = Object.entries(told).filter(([field, value]) => value && text(values, field) === "");
  return { status: "invalid", errors: {}, values: { ...values, ...Object.fromEntries(filled) } as FormValues };
}

async function lookAtPage(actor: Actor, address: string) {
  const mayAsk = await countRequest(actor, "/api/v1/address/page").then(
    () => true,
    () => false,
  );
  return mayAsk ? (await proposeFromPage(actor, address)).page : null;
}
