import { useFormat, useLocaleCode, useTranslations } from "#translations";
import { CorrectionNotes } from "@/components/corrections/correction-notes";
import { Breadcrumb } from "@/components/records/breadcrumb";
import { MixedText } from "@/components/search/mixed-text";
import { Link } from "@/components/ui/link";
import { StateBadge } from "@/components/ui/marks";
import { PageHeading } from "@/components/ui/page-heading";
import type { Station } from "@/db/access/stations/stations";
import type { WorkflowStatus } from "@/db/access/workflow/workflow-status";
import { formatFuzzyDate } from "@/lib/dates/fuzzy-date";
import { countryName } from "@/lib/records/country";
import type { Actor } from "@/lib/workflow/actor";
import { may } from "@/lib/workflow/policy";
import { StationActions } from "./station-actions";

type Props = { actor: Actor; station: Station; workflowStatus: WorkflowStatus };

/** What was reported to be where, by whom it is said to be run, since when; and the desk's next steps. */
export function StationHeading({ actor, station, workflowStatus }: Props) {
  const t = useTranslations("station");
  const format = useFormat();
  const locale = useLocaleCode();
  const { name, kind, country, operator, alternateNames, firstReported } = station;
  return (
    <>
      <CorrectionNotes corrections={workflowStatus.corrections} />
      <PageHeading
        above={
          <>
            <Breadcrumb
              places={[
                { href: "/stations", label: t("title") },
                { href: `/countries/${country.toLowerCase()}`, label: countryName(country, locale) },
              ]}
            />
            <span>{t("kindAs", { kind: t(`kind.${kind}`) })}</span>
            {may(actor, "read drafts") && <StateBadge state={station.state} />}
          </>
        }
        title={name}
        lead={
          <>
            <p>
              {operator
                ? t.rich("operatedBy", {
                    name: operator.name,
                    org: (name) => <Link href={`/organizations/${operator.slug}`}>{name}</Link>,
                  })
                : t("operatorUnknown")}{" "}
              {t("reportedFirst", { date: formatFuzzyDate(firstReported, locale) })}.
            </p>
            {alternateNames.length > 0 && (
              <p>
                <MixedText>{`${t("also", { names: format.list(alternateNames) })}.`}</MixedText>
              </p>
            )}
          </>
        }
        actions={<StationActions actor={actor} station={station} workflowStatus={workflowStatus} />}
      />
    </>
  );
}
