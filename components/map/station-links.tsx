import { useLocaleCode, useTranslations } from "#translations";
import { QuietLink } from "@/components/ui/link";
import { StatusMark } from "@/components/ui/marks";
import type { NamedStation } from "@/lib/map/map-spots";
import { countryName } from "@/lib/records/country";

type ListProps = {
  stations: readonly NamedStation[];
  count: number;
  /** The list of exactly these, or the part of the map that they lie in; null: there is none. */
  href: string | null;
  isList: boolean;
};

/** The stations of a place, as far as they are named, and the way to the rest. */
export function StationLinks({ stations, count, href, isList }: ListProps) {
  const t = useTranslations("map");
  const locale = useLocaleCode();
  return (
    <>
      <ul className="flex flex-col gap-1">
        {stations.map(({ slug, name, country, status }) => (
          <li key={slug}>
            <QuietLink href={`/stations/${slug}`}>{name}</QuietLink>, {countryName(country, locale)} ·{" "}
            <StatusMark status={status} />
          </li>
        ))}
      </ul>
      {count > stations.length && (
        <p>
          {t("more", { count: count - stations.length })}
          {href && (
            <>
              {" "}
              · <QuietLink href={href}>{t(isList ? "listHere" : "partHere")}</QuietLink>
            </>
          )}
        </p>
      )}
    </>
  );
}
