import "server-only";
import { useTranslations } from "#translations";
import { recordStatusReportAction } from "@/app/(desk)/stations/actions";
import { Messages } from "@/components/messages";
import { StatusReportForm } from "@/components/stations/status-report-form";
import type { Actor } from "@/lib/workflow/actor";
import { may } from "@/lib/workflow/policy";
import { FormInPlace } from "./form-in-place";

type Props = { actor: Actor; station: { readonly slug: string; readonly name: string } };

/** The form of a new status on its station's own page, where `?report` asks for it. */
export function StatusReportHere({ actor, station }: Props) {
  const t = useTranslations("statusReport");
  if (!may(actor, "record a status report")) return null;
  return (
    <FormInPlace id="report-status" title={t("newTitle", { name: station.name })}>
      <Messages of={["statusReport", "status", "record", "form", "organization"]}>
        <StatusReportForm
          action={recordStatusReportAction}
          station={station.slug}
          cancelHref={`/stations/${station.slug}`}
        />
      </Messages>
    </FormInPlace>
  );
}
