"use client";

import { useTranslations } from "#translations";
import type { FormParts } from "@/components/records/record-form";
import { buttonClass } from "@/components/ui/button";
import { TextField } from "@/components/ui/field";
import { useHydrated } from "@/components/ui/use-hydrated";
import { LOOK } from "@/lib/records/form-marks";
import type { useAddressProposal } from "./use-address-proposal";

type Props = { parts: FormParts; proposed: ReturnType<typeof useAddressProposal>; isFirst: boolean };

/**
 * The address of an item: what it tells is proposed in the fields that are empty, and what is on file under it is named.
 * Without JavaScript a button asks for that.
 */
export function LinkField({ parts: { field, alike }, proposed, isFirst }: Props) {
  const t = useTranslations("evidence");
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
        {proposed.isReading && t("formLooking")}
      </p>
      {alike("address")}
    </div>
  );
}
