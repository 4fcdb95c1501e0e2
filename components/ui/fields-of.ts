import type { FormValues, Outcome } from "@/lib/workflow/outcome";

export const IDLE: Outcome = { status: "idle" };

const text = (value: unknown): string | readonly string[] => {
  if (Array.isArray(value)) return value.map(String);
  return value === null || value === undefined ? "" : String(value);
};

/**
 * Props of a form's fields by name: what was typed if the form came back, else the stored record's value.
 * `const field = fieldsOf(outcome, record); <TextField label={t("name")} {...field("name")} />`
 * @param prefix begins the ids, for a second form on the page
 * @param longest the most characters that a field takes
 */
export function fieldsOf(
  outcome: Outcome,
  record: Readonly<Record<string, unknown>> = {},
  prefix = "f",
  longest: (name: string) => number | undefined = () => undefined,
) {
  const formValues: FormValues | undefined = "values" in outcome ? outcome.values : undefined;
  // After a conflict the reader has seen both versions: saving again is meant, over the one now stored.
  const seen = outcome.status === "conflict" ? String(outcome.version) : undefined;
  const value = (name: string) =>
    name === "version" && seen ? seen : formValues ? (formValues[name] ?? "") : text(record[name]);
  const common = (name: string) => ({
    id: `${prefix}-${name}`,
    name,
    error: outcome.status === "invalid" ? outcome.errors[name] : undefined,
    // Only fields that name records have it.
    ...(outcome.status === "invalid" && outcome.notOnFile?.[name]
      ? { notOnFile: outcome.notOnFile[name], told: outcome.alike ?? [] }
      : {}),
  });
  /** For a field with one value. */
  const field = (name: string) => {
    const own = value(name);
    const maxLength = longest(name);
    return {
      ...common(name),
      ...(maxLength === undefined ? {} : { maxLength }),
      defaultValue: typeof own === "string" ? own : (own[0] ?? ""),
    };
  };
  /** For a group of checkboxes. */
  field.many = (name: string) => {
    const own = value(name);
    return { ...common(name), defaultValue: typeof own === "string" ? (own === "" ? [] : [own]) : own };
  };
  return field;
}
