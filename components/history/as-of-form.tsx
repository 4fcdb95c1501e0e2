import { useId } from "react";
import { useReading, useTranslations } from "#translations";
import { Button } from "@/components/ui/button";
import { CONTROL } from "@/components/ui/field";

type Props = { path: string; at?: string };

/** Asks for a day: the page then shows what had been published by its end. Works without JavaScript. */
export function AsOfForm({ path, at }: Props) {
  const t = useTranslations("history");
  const id = useId();
  return (
    <form action={path} className="day-form">
      <div>
        <label htmlFor={id}>{t("asOfLabel", { zone: useReading().zone.name })}</label>
        <input
          id={id}
          type="date"
          name="at"
          required
          {...(at && { defaultValue: at.slice(0, 10) })}
          className={CONTROL}
        />
      </div>
      <Button type="submit">{t("asOfShow")}</Button>
    </form>
  );
}
