import { useLocaleCode, useTranslations } from "#translations";
import { RecordFields } from "@/components/records/record-fields";
import { MixedText } from "@/components/search/mixed-text";
import { Foreign } from "@/components/ui/foreign";
import { Link, QuietLink } from "@/components/ui/link";
import { StatusMark } from "@/components/ui/marks";
import { PageHeading } from "@/components/ui/page-heading";
import type { NamedAsOf, RecordAsOf } from "@/db/access/history/as-of";
import { describeStatus } from "@/lib/figures/describe-status";
import { type AsOf, asOfSuffix } from "@/lib/filters/as-of";
import type { RecordKind } from "@/lib/records/editorial";
import { recordPath, revisionPath } from "@/lib/records/record-path";
import type { Actor } from "@/lib/workflow/actor";
import { may } from "@/lib/workflow/policy";
import { AsOfBanner } from "./as-of-banner";
import { useAsOfLabels } from "./as-of-labels";
import { useMoment } from "./revision-summary";

type Props = { actor: Actor; kind: RecordKind; path: string; asOf: AsOf; record: RecordAsOf };

/** A record as it had been published by a moment, or that nothing of it had. */
export function AsOfPage({ actor, kind, path, asOf, record: { past, title, names, station } }: Props) {
  const t = useTranslations("history");
  const record = useTranslations("record");
  const { moment } = useAsOfLabels();
  const written = useMoment();
  if (!past) {
    return (
      <>
        <AsOfBanner asOf={asOf} path={path} />
        <h1 className="text-xl">{t("asOfNothing", { date: moment(asOf) })}</h1>
      </>
    );
  }
  const suffix = asOfSuffix(asOf);
  return (
    <article>
      <AsOfBanner asOf={asOf} path={path} />
      <PageHeading
        isSentence
        above={<span>{record(`kindName.${kind}`)}</span>}
        title={<MixedText>{title}</MixedText>}
        lead={
          <>
            {t("asOfVersion", { version: past.version, at: written(past.at) })}
            {may(actor, "read the history") && (
              <>
                {" · "}
                <Link href={revisionPath(past.hash)}>{t("asOfRevision")}</Link>
              </>
            )}
          </>
        }
      />
      <div className="flex flex-col gap-10">
        {station && <StatusAsOf status={station.status} />}
        <RecordFields kind={kind} snapshot={past.snapshot} names={names} suffix={suffix} />
        {station && (
          <div className="grid gap-8 lg:grid-cols-3">
            <NamedList kind="claim" rows={station.claims} suffix={suffix} />
            <NamedList kind="response" rows={station.responses} suffix={suffix} />
            <NamedList kind="evidence" rows={station.evidence} suffix={suffix} />
          </div>
        )}
      </div>
    </article>
  );
}

function StatusAsOf({ status }: { status: NonNullable<RecordAsOf["station"]>["status"] }) {
  const t = useTranslations("history");
  const locale = useLocaleCode();
  return (
    <section aria-label={t("statusThen")}>
      {status && (
        <p className="text-sm">
          <StatusMark status={status.status} />
        </p>
      )}
      <p className="measure font-serif text-xl">{describeStatus(status, locale)}</p>
    </section>
  );
}

type ListProps = { kind: "claim" | "response" | "evidence"; rows: readonly NamedAsOf[]; suffix: string };

/** What had been published then and named the station. */
function NamedList({ kind, rows, suffix }: ListProps) {
  const t = useTranslations("history");
  return (
    <section aria-labelledby={`then-${kind}`}>
      <h2 id={`then-${kind}`} className="text-lg">
        {t(`listThen.${kind}`, { count: rows.length })}
      </h2>
      <ul className="mt-1">
        {rows.map(({ slug, title, snapshot }) => (
          <li key={slug} className="border-b border-rule py-1.5 text-sm">
            <QuietLink href={(recordPath({ kind, slug }) ?? "") + suffix}>
              {typeof snapshot.language === "string" ? (
                <Foreign lang={snapshot.language}>{title}</Foreign>
              ) : (
                <MixedText>{title}</MixedText>
              )}
            </QuietLink>
          </li>
        ))}
      </ul>
    </section>
  );
}
