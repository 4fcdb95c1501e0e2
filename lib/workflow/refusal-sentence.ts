import { messages } from "../messages";
import type { Locale } from "../text/locale";
import { getTranslations } from "../text/translations";
import { getFormatter } from "../text/translator";
import type { Role } from "./actor";
import { type Permission, rolesThatMay } from "./policy";

type Key = Exclude<keyof (typeof messages.refusal)["en"], "may" | "roles">;

/** A refusal as a key of the `refusal` catalogue with its values. */
export type RefusalDetail = {
  readonly key: Key;
  readonly values?: Readonly<Record<string, string>>;
};

const isPermission = (value: string | undefined): value is Permission =>
  value !== undefined && value in messages.refusal.en.may;

/** A refusal as a sentence for the reader, who may included: "Een manager mag geen reactie vastleggen. Wie dit mag: …" */
export function refusalSentence({ key, values: all = {} }: RefusalDetail, locale: Locale): string {
  const t = getTranslations(locale, "refusal");
  const { permission, ...values } = all;
  if (key !== "forbidden" || !isPermission(permission)) return t(key, placeholdersInWords(values, key, locale));
  const refused = t(key, { ...values, permission: t(`may.${permission}`) });
  return `${refused} ${t("who", { roles: rolesInWords(rolesThatMay(permission), locale) })}`;
}

const rolesInWords = (roles: readonly Role[], locale: Locale) => {
  const t = getTranslations(locale, "refusal");
  return getFormatter(locale).list(roles.map((role) => t(`roles.${role}`)));
};

/** States, steps, fields and reasons as the reader's language names them. */
function placeholdersInWords(
  values: Readonly<Record<string, string>>,
  key: Key,
  locale: Locale,
): Record<string, string> {
  const has = (catalogue: object, word: string) => Object.hasOwn(catalogue, word);
  const { common, workflow, gate, record, proposal } = messages;
  const formatParameter = (name: string, value: string): string => {
    if (name === "state" && key === "proposalWrongState" && has(proposal.en.state, value)) {
      return getTranslations(locale, "proposal")(`state.${value as "draft"}`);
    }
    if (name === "state" && has(common.en.state, value))
      return getTranslations(locale, "common")(`state.${value as "draft"}`);
    if (name === "step" && has(workflow.en, value)) return getTranslations(locale, "workflow")(value as "submit");
    if (name === "reason" && has(gate.en, value)) return getTranslations(locale, "gate")(value as "no_source");
    if (name !== "fields") return value;
    const fields = value.split(", ");
    const label = (field: string) =>
      has(record.en.field, field) ? getTranslations(locale, "record")(`field.${field as "note"}`) : field;
    return getFormatter(locale).list(fields.map(label));
  };
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, formatParameter(name, value)]));
}
