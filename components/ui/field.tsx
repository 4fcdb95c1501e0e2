import type { ComponentProps, ReactNode } from "react";
import { useTranslations } from "#translations";
import { CharacterCounter } from "./character-counter";
import { keepEarlyInput } from "./early-input";
import { OptionList } from "./option-list";

export const CONTROL = "control";

/** What every field takes; `fieldsOf(outcome, record)` makes `id`, `name`, `error` and `defaultValue`. */
export type FieldProps = {
  id?: string;
  name: string;
  label: string;
  hint?: string;
  /** Another hint that may stand in its place: room is kept for the longer of both. */
  otherHint?: string;
  /** The hint says what was understood of what is typed. */
  isLive?: boolean;
  /** Beside the label: what stands in the field was proposed, and by what. */
  mark?: string | undefined;
  error?: string;
  optional?: boolean;
};

export const ids = ({ id, name, hint, error }: FieldProps) => {
  const own = id ?? `f-${name}`;
  const described = [hint && `${own}-hint`, error && `${own}-error`].filter(Boolean).join(" ");
  return { id: own, ...(described && { "aria-describedby": described }), ...(error && { "aria-invalid": true }) };
};

/** A field's label, hint and error around its control. */
export function FieldFrame({ field, children }: { field: FieldProps; children: ReactNode }) {
  const t = useTranslations("form");
  const { id } = ids(field);
  return (
    <div className={`flex flex-col gap-1 ${field.error ? "border-l-4 border-danger pl-3" : ""}`}>
      <label htmlFor={id} className="font-semibold">
        {field.label}
        {field.optional && <span className="font-normal text-muted"> ({t("optional")})</span>}
        {field.mark && <span className="ml-2 text-sm font-normal italic text-caution">{field.mark}</span>}
      </label>
      <Notes id={id} field={field} />
      {children}
    </div>
  );
}

export function Notes({
  id,
  field,
}: {
  id: string;
  field: Pick<FieldProps, "hint" | "otherHint" | "isLive" | "error">;
}) {
  return (
    <>
      {field.hint && (
        <p
          id={`${id}-hint`}
          aria-live={field.isLive ? "polite" : undefined}
          className="measure grid text-sm text-muted"
        >
          <span className="col-start-1 row-start-1">{field.hint}</span>
          {field.otherHint && (
            <span aria-hidden="true" className="invisible col-start-1 row-start-1">
              {field.otherHint}
            </span>
          )}
        </p>
      )}
      {field.error && (
        <p id={`${id}-error`} className="font-semibold text-danger">
          {field.error}
        </p>
      )}
    </>
  );
}

type Native<T extends "input" | "textarea" | "select"> = Omit<ComponentProps<T>, keyof FieldProps | "className">;

const split = <T extends FieldProps>({
  id,
  name,
  label,
  hint,
  otherHint,
  isLive,
  mark,
  error,
  optional,
  ...control
}: T) => ({
  field: { id, name, label, hint, otherHint, isLive, mark, error, optional },
  control,
});

export function TextField(props: FieldProps & Native<"input">) {
  const { field, control } = split(props);
  return (
    <FieldFrame field={field}>
      <input type="text" dir="auto" {...control} name={field.name} {...ids(field)} className={CONTROL} />
      {control.maxLength && <CharacterCounter id={ids(field).id} limit={control.maxLength} />}
    </FieldFrame>
  );
}

export function TextArea(props: FieldProps & Native<"textarea">) {
  const { field, control } = split(props);
  return (
    <FieldFrame field={field}>
      <textarea
        ref={keepEarlyInput}
        dir="auto"
        rows={4}
        {...control}
        name={field.name}
        {...ids(field)}
        className={CONTROL}
      />
      {control.maxLength && <CharacterCounter id={ids(field).id} limit={control.maxLength} />}
    </FieldFrame>
  );
}

export type Choice = { value: string; label: string };

/** @param empty words of the empty choice; without it the first option is taken */
export function SelectField({
  options,
  empty,
  ...props
}: FieldProps & Native<"select"> & { options: readonly Choice[]; empty?: string }) {
  const { field, control } = split(props);
  // React resets a form after its action without moving a select to its new default: a new key does.
  return (
    <FieldFrame field={field}>
      <select key={String(control.defaultValue)} {...control} name={field.name} {...ids(field)} className={CONTROL}>
        {empty !== undefined && <option value="">{empty}</option>}
        <OptionList choices={options.flatMap(({ value, label }) => [value, label])} />
      </select>
    </FieldFrame>
  );
}
