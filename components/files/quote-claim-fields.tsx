"use client";

import { useState } from "react";
import { useTranslations } from "#translations";
import { ReferenceField } from "@/components/records/reference-field";
import { SelectField } from "@/components/ui/field";
import type { fieldsOf } from "@/components/ui/fields-of";
import { useHydrated } from "@/components/ui/use-hydrated";
import { DERIVATIONS, STANCES, type StanceValue } from "@/lib/records/claim";

export type KnownClaim = {
  readonly slug: string;
  readonly proposition: string;
  readonly stance: StanceValue;
  readonly isQuoting: boolean;
};
type Props = { claims: readonly KnownClaim[]; field: ReturnType<typeof fieldsOf> };

/** Which claim the words belong to, those of the item first, and what they do to it. */
export function QuoteClaimFields({ claims, field }: Props) {
  const t = useTranslations("file");
  const tClaim = useTranslations("claim");
  const common = useTranslations("common");
  const isHydrated = useHydrated();
  const [known, setKnown] = useState(field("known").defaultValue);
  const isKnown = claims.length > 0 && known !== "";
  const [derivation, setDerivation] = useState(field("derivation").defaultValue);
  // Of a claim that has the item already, what is said stands until something else is chosen.
  const empty = claims.length === 0 ? {} : { empty: isKnown ? t("quoting.asItIs") : t("quoting.choose") };
  return (
    <>
      {claims.length > 0 && (
        <SelectField
          label={t("quoting.known")}
          options={claims.map(({ slug, proposition, stance }) => ({
            value: slug,
            label: `${common(`stance.${stance}`)}: ${proposition}`,
          }))}
          empty={t("quoting.other")}
          onChange={(event) => setKnown(event.target.value)}
          {...field("known")}
          defaultValue={known}
        />
      )}
      {/* What is not shown is not sent. */}
      {!(isHydrated && isKnown) && (
        <ReferenceField
          kind="claim"
          label={t(claims.length > 0 ? "quoting.claim" : "quoting.known")}
          names={{}}
          optional={claims.length > 0}
          mayAdd={false}
          {...field("claim")}
        />
      )}
      <div className="grid gap-3 sm:grid-cols-2">
        <SelectField
          label={t("quoting.stance")}
          options={STANCES.map((value) => ({ value, label: common(`stance.${value}`) }))}
          {...empty}
          {...field("stance")}
        />
        <SelectField
          label={t("quoting.derivation")}
          options={DERIVATIONS.map((value) => ({ value, label: tClaim(`derivation.${value}`) }))}
          {...empty}
          onChange={(event) => setDerivation(event.target.value)}
          {...field("derivation")}
          defaultValue={derivation}
        />
      </div>
      {!(isHydrated && (derivation === "original" || derivation === "")) && (
        <ReferenceField
          kind="organization"
          label={t("quoting.origin")}
          hint={tClaim("formOriginHint")}
          optional
          names={{}}
          {...field("origin")}
        />
      )}
    </>
  );
}
