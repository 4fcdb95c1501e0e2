import "server-only";
import { listRecordsCalled } from "@/db/access/records/record-names";
import type { RecordKind } from "@/lib/records/editorial";
import { referencedKind } from "@/lib/records/record-field";
import { isBlank } from "@/lib/text/blank";
import { damageIn } from "@/lib/text/text-damage";
import type { Actor } from "@/lib/workflow/actor";
import { validationSentence } from "@/lib/workflow/field-errors";
import type { FormValues } from "@/lib/workflow/outcome";
import type { PreparedForm } from "./form-action";

const kindOf = (name: string): RecordKind | null => referencedKind(name.split(".").at(-1) ?? name);

const trimmed = (texts: readonly string[]) => texts.filter((text) => !isBlank(text)).map((text) => text.trim());
const piecesOf = (text: string) => trimmed(text.split(/[;\n]/));

/**
 * Reads what a form's fields name: a record's name stands for its slug where one record alone bears it. What is not on
 * file, or is the name of several, is an error beside its field. Nothing is left out.
 */
export async function nameRecords(actor: Actor, values: FormValues): Promise<PreparedForm> {
  const named = Object.entries(values).flatMap(([field, value]) => {
    const kind = kindOf(field);
    const texts = trimmed([value].flat());
    // What can't be stored can't be asked for either: the form is refused for that.
    return kind && texts.length > 0 && damageIn([value].flat()).size === 0 ? [{ field, kind, texts }] : [];
  });
  const wanted: Partial<Record<RecordKind, string[]>> = {};
  for (const { kind, texts } of named) {
    const own = [...(wanted[kind] ?? []), ...texts, ...texts.flatMap(piecesOf)];
    wanted[kind] = [...new Set(own)];
  }
  const called = await listRecordsCalled(actor, wanted);
  const read: Record<string, string | readonly string[]> = { ...values };
  const errors: Record<string, string> = {};
  const notOnFile: Record<string, string[]> = {};
  for (const { field, kind, texts } of named) {
    const slugsOf = (text: string) => called[kind]?.get(text) ?? [];
    // A name may hold the semicolon that stands between two names.
    const parts = texts.flatMap((text) => (slugsOf(text).length > 0 ? [text] : piecesOf(text)));
    const slugs = parts.map((text) => (slugsOf(text).length === 1 ? (slugsOf(text)[0] ?? text) : text));
    read[field] = Array.isArray(values[field]) ? slugs : slugs.join("\n");
    const missing = parts.filter((text) => slugsOf(text).length === 0);
    const several = parts.find((text) => slugsOf(text).length > 1);
    if (missing.length > 0) {
      notOnFile[field] = missing;
      const key = kind === "organization" ? "organizationNotOnFile" : "notOnFile";
      const values = { name: missing.join("”, “"), count: missing.length };
      errors[field] = validationSentence(key, actor.locale, values);
    } else if (several) {
      const choices = slugsOf(several).join(", ");
      errors[field] = validationSentence("severalOnFile", actor.locale, { name: several, choices });
    }
  }
  return { values: read, errors, notOnFile };
}
