import type { ReactNode } from "react";
import { useTranslations } from "#translations";

type Props = {
  /** Who says so: publisher, claimant, data set. */
  source?: ReactNode;
  /** Already written for the reader ("26 Oct 2022"). */
  asOf?: ReactNode;
  revision?: number;
  /** Name of the second person; null: nobody yet; undefined: not applicable. */
  checkedBy?: string | null;
  children?: ReactNode;
};

/** The line under a number, a figure or a record: source, date, revision, who checked. */
export function Provenance({ source, asOf, revision, checkedBy, children }: Props) {
  const t = useTranslations("common");
  const parts: [string, ReactNode][] = [];
  if (source)
    parts.push([
      "source",
      <>
        {t("source")}: {source}
      </>,
    ]);
  if (asOf) parts.push(["asOf", t.rich("asOfPart", { date: () => asOf })]);
  if (revision !== undefined) parts.push(["revision", t("revision", { number: revision })]);
  if (checkedBy !== undefined)
    parts.push(["checked", checkedBy ? t("checkedBy", { name: checkedBy }) : t("notChecked")]);
  if (children) parts.push(["more", children]);
  return (
    <p className="text-xs text-muted">
      {parts.map(([key, part], index) => (
        <span key={key}>
          {index > 0 && " · "}
          {part}
        </span>
      ))}
    </p>
  );
}
