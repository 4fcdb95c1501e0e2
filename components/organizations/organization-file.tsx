import type { ReactNode } from "react";
import { useLocaleCode, useTranslations } from "#translations";
import { Breadcrumb } from "@/components/records/breadcrumb";
import { deskSections, SectionBar } from "@/components/records/section-bar";
import { WithRail } from "@/components/records/with-rail";
import { Foreign } from "@/components/ui/foreign";
import { ExternalLink } from "@/components/ui/link";
import { StateBadge } from "@/components/ui/marks";
import { PageHeading } from "@/components/ui/page-heading";
import type { OrganizationRecord as File } from "@/db/access/organizations/organization-file";
import { countryName } from "@/lib/records/country";
import type { Actor } from "@/lib/workflow/actor";
import { may } from "@/lib/workflow/policy";
import { OrganizationWork, workOf } from "./organization-work";

type Props = { actor: Actor; organization: File; actions: ReactNode; children: ReactNode };

/** An organization's page: what it is, how far it has earned trust, and what it published, claimed and answered. */
export function OrganizationFile({ actor, organization, actions, children }: Props) {
  const t = useTranslations("organization");
  const locale = useLocaleCode();
  const { kind, country, note } = organization;
  return (
    <article>
      <PageHeading
        above={
          <>
            <Breadcrumb places={[{ href: "/organizations", label: t("title") }]} />
            {may(actor, "read drafts") && <StateBadge state={organization.state} />}
          </>
        }
        title={organization.name}
        lead={[t(`kind.${kind}`), country && countryName(country, locale)].filter(Boolean).join(" · ")}
        actions={actions}
      />
      <SectionBar
        sections={[
          ...workOf(organization).map(([id, count]) => ({ id, label: t(id), count })),
          ...deskSections(actor),
        ]}
      />
      <WithRail isShort rail={<Facts organization={organization} />}>
        <OrganizationWork organization={organization} />
        {note && (
          <section aria-labelledby="note">
            <h2 id="note">{t("note")}</h2>
            <p dir="auto" className="measure whitespace-pre-line">
              {note}
            </p>
          </section>
        )}
      </WithRail>
      {children}
    </article>
  );
}

/** How far it has earned trust, what else it is called, and where it is found. */
function Facts({ organization: { reliability, alternateNames, url } }: { organization: File }) {
  const t = useTranslations("organization");
  return (
    <>
      <GradeExplained reliability={reliability} />
      {alternateNames.length > 0 && (
        <p>
          <span className="text-muted">{t("alternateNames")}:</span>{" "}
          {alternateNames.map((name, index) => (
            <span key={name}>
              {index > 0 && "; "}
              <Foreign lang={/\p{Script=Han}/u.test(name) ? "zh" : null}>{name}</Foreign>
            </span>
          ))}
        </p>
      )}
      {url && (
        <p className="break-words">
          <ExternalLink href={url} />
        </p>
      )}
    </>
  );
}

const SCALE = ["A", "B", "C", "D", "E"] as const;

/** The scale with this source's place on it; F and "not graded" stand beside the scale, not at its end. */
function GradeExplained({ reliability }: Pick<File, "reliability">) {
  const t = useTranslations("organization");
  return (
    <section aria-labelledby="grade" className="flex flex-col gap-2">
      <h2 id="grade" className="text-base">
        {t("gradeTitle")}
      </h2>
      <p className="font-semibold">{t(`reliability.${reliability ?? "none"}`)}</p>
      <p aria-hidden="true" className="flex items-center gap-1 font-mono text-sm">
        {SCALE.map((grade) => (
          <GradeBox key={grade} grade={grade} isHere={grade === reliability} />
        ))}
        <span className="w-6" />
        <GradeBox grade="F" isHere={reliability === "F"} />
      </p>
      <p className="measure text-sm text-muted">{t("gradeLead")}</p>
    </section>
  );
}

function GradeBox({ grade, isHere }: { grade: string; isHere: boolean }) {
  return (
    <span
      className={`inline-flex size-7 items-center justify-center border print-exact ${isHere ? "border-accent bg-accent text-accent-ink" : "border-rule text-muted"}`}
    >
      {grade}
    </span>
  );
}
