import { useTranslations } from "#translations";
import { MergeNotes } from "@/components/merges/merge-notes";
import { FieldDiff } from "@/components/records/field-diff";
import { ButtonLink } from "@/components/ui/button";
import { Link } from "@/components/ui/link";
import { StateBadge } from "@/components/ui/marks";
import { PageHeading } from "@/components/ui/page-heading";
import { Pager } from "@/components/ui/pager";
import { TimesIn } from "@/components/ui/times-in";
import type { RecordHistory, Version } from "@/db/access/history/record-history";
import type { RecordMerges } from "@/db/access/merges/merge-reads";
import type { DistinctRecord } from "@/db/access/records/distinct";
import type { VersionChoice } from "@/lib/filters/version-choice";
import type { RecordState } from "@/lib/records/editorial";
import type { ReferenceNames } from "@/lib/records/record-field";
import { hasAsOf, historyPath, recordPath } from "@/lib/records/record-path";
import type { Actor } from "@/lib/workflow/actor";
import { may } from "@/lib/workflow/policy";
import { AsOfForm } from "./as-of-form";
import { DistinctList } from "./distinct-list";
import { HistoryTable } from "./history-table";

type Props = {
  actor: Actor;
  history: RecordHistory;
  pair: VersionChoice["pair"];
  before: number | null;
  compared: { from: Version; to: Version } | null;
  names: ReferenceNames;
  distinct: readonly DistinctRecord[];
  merges: RecordMerges;
};

/** All versions of a record, and what changed between two of them. */
export function HistoryFile({ actor, history, pair, before, compared, names, distinct, merges }: Props) {
  const t = useTranslations("history");
  const record = useTranslations("record");
  const { kind, slug, title, state, on } = history;
  const href = state && recordPath({ kind, slug, on, title });
  const path = historyPath(kind, slug);
  return (
    <>
      <PageHeading
        isSentence
        above={
          <>
            <span>{record(`kindName.${kind}`)}</span>
            <span className="font-mono">{slug}</span>
            {state && <StateBadge state={state} />}
          </>
        }
        title={t("title", { title })}
        lead={t(state ? "lead" : "erasedRecord")}
        actions={
          state &&
          may(actor, "erase content") && (
            <ButtonLink kind="quiet" href={`/records/${kind}/${slug}/erase`}>
              {t("erase")}
            </ButtonLink>
          )
        }
      />
      <div className="flex flex-col gap-10">
        <TimesIn />
        {state && (
          <div className="flex flex-wrap items-end gap-x-8 gap-y-3 print:hidden">
            {href && <Link href={href}>{t("current")}</Link>}
            {hasAsOf(kind) && href && state !== "merged" && <AsOfForm path={href} />}
          </div>
        )}
        <MergeNotes actor={actor} kind={kind} slug={slug} merges={merges} />
        {state && <Difference kind={kind} pair={pair} compared={compared} names={names} />}
        <section aria-labelledby="versions">
          <h2 id="versions" className="mb-2">
            {t("versions")}
          </h2>
          <HistoryTable items={history.items} pair={pair} path={state ? path : null} before={before} />
          <Pager
            total={history.total}
            shown={history.items.length}
            nextHref={history.next ? `${path}?before=${history.next}` : null}
            firstHref={before ? path : null}
          />
        </section>
        <DistinctList kind={kind} records={distinct} />
      </div>
    </>
  );
}

type DifferenceProps = Pick<Props, "pair" | "compared" | "names"> & Pick<RecordHistory, "kind">;

function Difference({ kind, pair, compared, names }: DifferenceProps) {
  const t = useTranslations("history");
  const common = useTranslations("common");
  if (!pair) return <p className="text-muted">{t("onlyOne")}</p>;
  const stateLabel = (snapshot: Version["snapshot"]) => common(`state.${snapshot.state as RecordState}`);
  return (
    <section aria-labelledby="difference" className="flex flex-col gap-2">
      <h2 id="difference">{t("difference", { from: String(pair.from), to: String(pair.to) })}</h2>
      {compared ? (
        <>
          {compared.from.snapshot.state !== compared.to.snapshot.state && (
            <p className="text-sm text-muted">
              {t("differenceStates", {
                before: stateLabel(compared.from.snapshot),
                after: stateLabel(compared.to.snapshot),
              })}
            </p>
          )}
          <FieldDiff kind={kind} before={compared.from.snapshot} after={compared.to.snapshot} names={names} />
        </>
      ) : (
        <p className="text-muted">{t("noSuchVersion")}</p>
      )}
    </section>
  );
}
