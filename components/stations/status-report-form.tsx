"use client";

import { useTranslations } from "#translations";
import type { EditedRecord } from "@/components/records/edited";
import { hasNotes, NoteFields } from "@/components/records/note-fields";
import { RecordForm, type RecordFormAction } from "@/components/records/record-form";
import { ReferenceField } from "@/components/records/reference-field";
import { DateField } from "@/components/ui/date-field";
import { SelectField } from "@/components/ui/field";
import { MoreFields } from "@/components/ui/form-columns";
import { STATION_STATUSES } from "@/lib/records/status";
import { statusReportInput } from "@/lib/records/status-report";

type Props = {
  action: RecordFormAction;
  /** The station of a new report; an edited one keeps its own. */
  station?: string;
  edited?: EditedRecord | null;
  names?: Readonly<Record<string, string>>;
  cancelHref: string;
};

/** One dated report of a status. Its island needs the words of `statusReport`, `status`, `record` and `form`. */
export function StatusReportForm({ action, station, edited, names, cancelHref }: Props) {
  const t = useTranslations("statusReport");
  const status = useTranslations("status");
  const form = useTranslations("form");
  return (
    <RecordForm
      handsIn={!edited}
      wide
      input={statusReportInput}
      action={action}
      edited={edited}
      cancelHref={cancelHref}
    >
      {({ field, fields, label }) => (
        <>
          <input type="hidden" name="station" value={station ?? String(fields.station ?? "")} />
          <div className="grid items-start gap-4 md:grid-cols-2 lg:grid-cols-4">
            <SelectField
              label={label("status")}
              options={STATION_STATUSES.map((value) => ({ value, label: status(`label.${value}`) }))}
              empty={form("choose")}
              {...field("status")}
            />
            <DateField label={label("asOf")} optional {...field("asOf")} />
            <ReferenceField kind="response" label={label("response")} names={names} optional {...field("response")} />
            <ReferenceField kind="evidence" label={label("evidence")} names={names} optional {...field("evidence")} />
          </div>
          <p className="text-sm text-muted">{t("formBasis")}</p>
          <MoreFields holds={t("formMore")} isOpen={hasNotes(field)}>
            <NoteFields field={field} label={label} />
          </MoreFields>
        </>
      )}
    </RecordForm>
  );
}
