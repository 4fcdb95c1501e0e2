import { useFormatInstant, useTranslations } from "#translations";
import { Provenance } from "@/components/ui/provenance";
import type { Summary } from "@/db/access/figures/summary";

/** The line under a figure of ours: whose records, and when they were counted. */
export function CountedNow({ sees, now }: { sees: Summary["sees"]; now: Date }) {
  const t = useTranslations("overview");
  const date = useFormatInstant()(now, "longDay");
  return <Provenance source={t(sees === "all" ? "provenance" : "provenancePublished")} asOf={date} />;
}
