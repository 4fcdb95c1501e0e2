"use client";

import { useTranslations } from "#translations";
import type { FormParts } from "@/components/records/record-form";
import { TextField } from "@/components/ui/field";
import { SubmitButton } from "@/components/ui/submit-button";
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
      {!isHydrated && (
        <span>
          <SubmitButton name={LOOK} value="url" kind="quiet" pending={t("formLooking")}>
            {t("formLook")}
          </SubmitButton>
        </span>
      )}
      <p role="status" className="text-sm text-muted empty:hidden">
        {proposed.isReading && t("formLooking")}
      </p>
      {alike("address")}
    </div>
  );
}
