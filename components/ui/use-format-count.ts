import { useFormat, useTranslations } from "#translations";

/** A number of records in the reader's way of writing, with a plus when there are more than were counted. */
export function useFormatCount() {
  const t = useTranslations("common");
  const format = useFormat();
  return (count: number, isLeast = false) =>
    isLeast ? t("atLeast", { count: format.number(count) }) : format.number(count);
}
