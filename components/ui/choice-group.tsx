import { type Choice, type FieldProps, Notes } from "./field";

type Props = FieldProps & {
  options: readonly Choice[];
  defaultValue?: string | readonly string[];
  /** "radio": one of them; "checkbox" (the default): any of them, sent as repeated keys. */
  type?: "checkbox" | "radio";
  /** Beside each other, not below. */
  isInline?: boolean;
};

/** A fieldset of checkboxes or radio buttons. */
export function ChoiceGroup({ options, defaultValue = [], type = "checkbox", isInline = false, ...field }: Props) {
  const id = field.id ?? `f-${field.name}`;
  const chosen = new Set(typeof defaultValue === "string" ? [defaultValue] : defaultValue);
  const described = [field.hint && `${id}-hint`, field.error && `${id}-error`].filter(Boolean).join(" ");
  return (
    <fieldset
      id={id}
      tabIndex={-1}
      aria-describedby={described || undefined}
      className={`flex ${isInline ? "flex-wrap gap-x-5" : "flex-col"} gap-y-1 ${field.error ? "border-l-4 border-danger pl-3" : ""}`}
    >
      <legend className="mb-1 font-semibold">{field.label}</legend>
      <Notes id={id} field={field} />
      {options.map(({ value, label }) => (
        <label key={`${value}:${chosen.has(value)}`} className="flex min-h-8 items-center gap-2">
          <input
            type={type}
            name={field.name}
            value={value}
            defaultChecked={chosen.has(value)}
            className="size-5 accent-accent"
          />
          {label}
        </label>
      ))}
    </fieldset>
  );
}
