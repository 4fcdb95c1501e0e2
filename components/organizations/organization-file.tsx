import type { ReactNode } from "react";
import { useLocaleCode, useTranslations } from "#translations";
import { Foreign } from "@/components/ui/foreign";
import { ExternalLink } from "@/components/ui/link";
import { StateBadge } from "@/components/ui/marks";
import { PageHeading } from "@/components/ui/page-heading";
import type { OrganizationRecord as File } from "@/db/access/organizations/organization-file";
import { countryName } from "@/lib/records/country";
import { OrganizationWork } from "./organization-work";

type Props = { organization: File; actions: ReactNode; showState: boolean; children: ReactNode };

/** An organization's page: what it is, how far it has earned trust, and what it published, claimed and answered. */
export function OrganizationFile({ organization, actions, showState, children }: Props) {
  const t = useTranslations("organization");
  const locale = useLocaleCode();
  const { kind, country, alternateNames, url, note } = organization;
  return (
    <article className="flex flex-col gap-10">
      <div>
        <PageHeading
          above={
            <>
              <span>{t("title")}</span>
              {showState && <StateBadge state={organization.state} />}
            </>
          }
          title={organization.name}
          lead={[t(`kind.${kind}`), country && countryName(country, locale)].filter(Boolean).join(" · ")}
          actions={actions}
        />
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
          <p>
            <ExternalLink href={url} />
          </p>
        )}
      </div>
      <GradeExplained reliability={organization.reliability} />
      <OrganizationWork organization={organization} />
      {note && (
        <section aria-labelledby="note">
          <h2 id="note">{t("note")}</h2>
          <p dir="auto" className="measure whitespace-pre-line">
            {note}
          </p>
        </section>
      )}
      {children}
    </article>
  );
}

const SCALE = ["A", "B", "C", "D", "E"] as const;

/** The scale with this source's place on it; F and "not graded" stand beside the scale, not at its end. */
function GradeExplained({ reliability }: Pick<File, "reliability">) {
  const t = useTranslations("organization");
  return (
    <section aria-labelledby="grade" className="flex flex-col gap-2">
      <h2 id="grade">{t("gradeTitle")}</h2>
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
