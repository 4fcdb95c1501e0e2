import "server-only";
import { useTranslations } from "#translations";
import { recordStatusReportAction } from "@/app/(desk)/stations/actions";
import { Messages } from "@/components/messages";
import { StatusReportForm } from "@/components/stations/status-report-form";
import type { Actor } from "@/lib/workflow/actor";
import { may } from "@/lib/workflow/policy";
import { FormInPlace } from "./form-in-place";

/** The form of a new status, with its words, on a page of its own or on its station's. */
export function NewStatusReport({ station }: { station: string }) {
  return (
    <Messages of={["statusReport", "status", "record", "form", "organization"]}>
      <StatusReportForm action={recordStatusReportAction} station={station} cancelHref={`/stations/${station}`} />
    </Messages>
  );
}

type Props = { actor: Actor; station: { readonly slug: string; readonly name: string } };

/** The same on its station's own page, where `?report` asks for it. */
export function StatusReportHere({ actor, station }: Props) {
  const t = useTranslations("statusReport");
  if (!may(actor, "record a status report")) return null;
  return (
    <FormInPlace id="report-status" title={t("newTitle", { name: station.name })}>
      <NewStatusReport station={station.slug} />
    </FormInPlace>
  );
}
