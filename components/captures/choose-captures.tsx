import { useFormatInstant, useTranslations } from "#translations";
import { Button } from "@/components/ui/button";
import { CONTROL } from "@/components/ui/field";
import type { Capture } from "@/db/access/captures/captures";
import type { ComparedCaptures } from "@/db/access/captures/comparison";

type Props = { captures: readonly Capture[]; compared: ComparedCaptures | null };

/** Which two of the copies stand against each other: a form that is an address. */
export function ChooseCaptures({ captures, compared }: Props) {
  const t = useTranslations("watch");
  return (
    <form
      aria-label={t("choose")}
      className="mt-4 grid items-end gap-3 border-y border-rule py-3 sm:grid-cols-[minmax(0,1fr)_minmax(0,1fr)_auto] print:hidden"
    >
      <CaptureChoice name="from" captures={captures} chosen={compared?.from.id} />
      <CaptureChoice name="to" captures={captures} chosen={compared?.to.id} />
      <Button type="submit">{t("show")}</Button>
    </form>
  );
}

type ChoiceProps = { name: "from" | "to"; captures: readonly Capture[]; chosen: string | undefined };

function CaptureChoice({ name, captures, chosen }: ChoiceProps) {
  const t = useTranslations("watch");
  const formatInstant = useFormatInstant();
  const id = `compare-${name}`;
  return (
    <div className="flex min-w-0 flex-col gap-1">
      <label htmlFor={id} className="font-semibold">
        {t(name === "from" ? "earlier" : "later")}
      </label>
      {/* Another one on each page: else it keeps what was chosen on the one before. */}
      <select key={chosen} id={id} name={name} defaultValue={chosen} className={CONTROL}>
        {captures.map((capture) => (
          <option key={capture.id} value={capture.id}>
            {t(capture.wall ? "copyWall" : "copy", {
              date: formatInstant(capture.finishedAt ?? capture.askedAt, "minute"),
              name: capture.by,
            })}
          </option>
        ))}
      </select>
    </div>
  );
}
