import { useLocaleCode, useTranslations } from "#translations";
import { QuietLink } from "@/components/ui/link";
import { StatusMark } from "@/components/ui/marks";
import type { NamedStation } from "@/db/access/map/map";
import { countryName } from "@/lib/records/country";

type ListProps = {
  stations: readonly NamedStation[];
  count: number;
  /** The list of exactly these; null: there is none. */
  href: string | null;
};

/** The stations of a place, as far as they are named, and the way to the rest. */
export function StationLinks({ stations, count, href }: ListProps) {
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
              · <QuietLink href={href}>{t("listHere")}</QuietLink>
            </>
          )}
        </p>
      )}
    </>
  );
}
