import type { ReactNode } from "react";
import { useTranslations } from "#translations";
import { QuietLink } from "@/components/ui/link";

type Place = { readonly href: string; readonly label: ReactNode };

/** Where a record stands: the list that it is in, and what lies between. */
export function Breadcrumb({ places }: { places: readonly Place[] }) {
  const t = useTranslations("record");
  return (
    <nav aria-label={t("breadcrumb")} className="breadcrumb">
      <ol>
        {places.map(({ href, label }) => (
          <li key={href}>
            <QuietLink href={href}>{label}</QuietLink>
            <span aria-hidden="true">›</span>
          </li>
        ))}
      </ol>
    </nav>
  );
}
