"use client";

import { useTranslations } from "#translations";
import type { FormParts } from "@/components/records/record-form";
import { buttonClass } from "@/components/ui/button";
import { TextField } from "@/components/ui/field";
import { useHydrated } from "@/components/ui/use-hydrated";
import { LOOK } from "@/lib/records/form-marks";
import { fillBox } from "./fill-boxes";
import type { useAddressProposal } from "./use-address-proposal";

type Proposed = ReturnType<typeof useAddressProposal>;
type Props = { parts: FormParts; proposed: Proposed; isFirst: boolean };

/**
 * The address of an item: what it tells is proposed in the fields that are empty, and what is on file under it is named.
 * Without JavaScript a button asks for that.
 */
export function LinkField({ parts: { field, alike }, proposed, isFirst }: Props) {
  const t = useTranslations("evidence");
  const tCapture = useTranslations("capture");
  const isHydrated = useHydrated();
  return (
    <div className="relative flex flex-col gap-1">
      <TextField
        {...field("url")}
        type="url"
        inputMode="url"
        label={t("formLink")}
        placeholder="https://"
        autoFocus={isFirst}
        onInput={(event) => proposed.read(event.currentTarget)}
      />
      {/* Beside the label, so that nothing moves when it goes. */}
      <button
        // A hidden one would be what Enter sends.
        type={isHydrated ? "button" : "submit"}
        name={LOOK}
        value="url"
        className={`absolute end-0 -top-2 ${buttonClass("quiet")} ${isHydrated ? "invisible" : ""}`}
      >
        {t("formLook")}
      </button>
      <p role="status" className="text-sm text-muted empty:hidden">
        {proposed.reading === "address" && t("formLooking")}
        {proposed.reading === "page" && tCapture("readingPage")}
        {proposed.told && <Told told={proposed.told} />}
      </p>
      <Canonical told={proposed.told} field={field("url").name} />
      {alike("address")}
    </div>
  );
}

type ToldProps = { told: Proposed["told"] };

function Told({ told }: ToldProps) {
  const t = useTranslations("capture");
  if (!told?.failure) return t("fromPage");
  return t("notRead", { why: t(`failure.${told.failure}`) });
}

/** The address by which a page calls itself, for somebody to take: what was typed stays until then. */
function Canonical({ told, field }: ToldProps & { field: string }) {
  const t = useTranslations("capture");
  const canonical = told?.page?.canonical;
  if (!canonical || canonical === told.address) return null;
  const take = (form: HTMLFormElement | null) => {
    const box = form?.elements.namedItem(field);
    if (box instanceof HTMLInputElement) fillBox(box, canonical);
  };
  return (
    <p className="text-sm text-muted">
      <span className="break-all">{t("canonical", { address: canonical })}</span>{" "}
      <button type="button" className="quiet-link" onClick={({ currentTarget }) => take(currentTarget.form)}>
        {t("takeCanonical")}
      </button>
    </p>
  );
}
