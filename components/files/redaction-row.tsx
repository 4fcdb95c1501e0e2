import { useTranslations } from "#translations";
import { Button } from "@/components/ui/button";
import { CONTROL } from "@/components/ui/field";
import { BOX_FIELDS } from "@/lib/records/redaction";
import type { BoxRow } from "@/lib/records/redaction-rows";
import { rowField } from "@/lib/records/rows";

type Props = {
  row: BoxRow;
  index: number;
  errors: Readonly<Record<string, string>>;
  change: (row: BoxRow) => void;
  /** Null where only an empty row can be left. */
  remove: (() => void) | null;
};

/** Where one box lies, in numbers. */
export function RedactionRow({ row, index, errors, change, remove }: Props) {
  const t = useTranslations("redaction");
  const number = index + 1;
  return (
    <li className="border-l-2 border-rule pl-3">
      <fieldset>
        <legend className="text-sm font-semibold">{t("box", { number })}</legend>
        <div className="grid grid-cols-3 gap-2 sm:grid-cols-5">
          {BOX_FIELDS.map((name) => {
            const own = rowField("boxes", index, name);
            const error = errors[own];
            return (
              <label key={name} className="flex min-w-0 flex-col text-sm">
                {t(name)}
                <input
                  id={`redact-${own}`}
                  name={own}
                  value={row[name]}
                  onChange={({ currentTarget }) => change({ ...row, [name]: currentTarget.value })}
                  inputMode="decimal"
                  autoComplete="off"
                  aria-invalid={error ? true : undefined}
                  aria-describedby={error ? `redact-${own}-error` : undefined}
                  className={CONTROL}
                />
                {error && (
                  <span id={`redact-${own}-error`} className="font-semibold text-danger">
                    {error}
                  </span>
                )}
              </label>
            );
          })}
        </div>
      </fieldset>
      {remove && (
        <p className="-ml-4 mt-1">
          <Button kind="quiet" onClick={remove}>
            {t("remove", { number })}
          </Button>
        </p>
      )}
    </li>
  );
}
