"use client";

import { useTranslations } from "#translations";
import type { FormParts } from "@/components/records/record-form";
import { buttonClass } from "@/components/ui/button";
import { TextField } from "@/components/ui/field";
import { LOOK } from "@/lib/records/form-marks";
import type { useAddressProposal } from "./use-address-proposal";

type Props = { parts: FormParts; proposed: ReturnType<typeof useAddressProposal>; isFirst: boolean };

/**
 * The address of an item: what it tells is proposed in the fields that are empty, and what is on file under it is named.
 * Without JavaScript a button asks for that.
 */
export function LinkField({ parts: { field, alike }, proposed, isFirst }: Props) {
  const t = useTranslations("evidence");
  return (
    <div className="flex flex-col gap-1">
      <TextField
        {...field("url")}
        type="url"
        inputMode="url"
        label={t("formLink")}
        placeholder="https://"
        autoFocus={isFirst}
        onInput={(event) => proposed.read(event.currentTarget)}
      />
      <noscript>
        <button type="submit" name={LOOK} value="url" className={buttonClass("quiet")}>
          {t("formLook")}
        </button>
      </noscript>
      <p role="status" className="text-sm text-muted empty:hidden">
        {proposed.isReading && t("formLooking")}
      </p>
      {alike("address")}
    </div>
  );
}
