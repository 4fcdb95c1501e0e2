import { useTranslations } from "#translations";

/** Says a part of the map, as it stands in an address, in the reader's words. */
export function useBoxFormatter() {
  const t = useTranslations("filter");
  return (value: string): string => {
    const [west = "", south = "", east = "", north = ""] = value.split(",");
    return t("corners", { west, south, east, north });
  };
}
