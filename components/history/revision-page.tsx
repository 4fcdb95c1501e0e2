import type { ReactNode } from "react";
import { useTranslations } from "#translations";
import { Messages } from "@/components/messages";
import { FieldDiff } from "@/components/records/field-diff";
import { RecordFields } from "@/components/records/record-fields";
import type { RecordFormAction } from "@/components/records/record-form";
import { Link } from "@/components/ui/link";
import { StateBadge } from "@/components/ui/marks";
import { Notice } from "@/components/ui/notice";
import { PageHeading } from "@/components/ui/page-heading";
import type { RevisionFile } from "@/db/access/history/revision-file";
import { isPublic } from "@/lib/records/editorial";
import { drawnOf, type ReferenceNames } from "@/lib/records/record-field";
import { historyPath, KEYS_PATH, proofPath, recordPath, revisionPath } from "@/lib/records/record-path";
import type { Actor } from "@/lib/workflow/actor";
import { may } from "@/lib/workflow/policy";
import { isEditable } from "@/lib/workflow/workflow";
import { useKindName } from "./kind-name";
import { RestoreForm } from "./restore-form";
import { RevisionSummary, Tombstone } from "./revision-summary";

type Props = { actor: Actor; revision: RevisionFile; names: ReferenceNames; restore: RecordFormAction };

/** One revision at its permanent address: the whole version, what it changed, its place in the chain. */
export function RevisionPage({ actor, revision, names, restore }: Props) {
  const t = useTranslations("history");
  const kindName = useKindName();
  const { kind, version, record: now, snapshot, previous, erased, state } = revision;
  const drawn = drawnOf(kind, snapshot);
  const isCurrent = now?.version === version;
  const slug = typeof snapshot.slug === "string" ? snapshot.slug : null;
  const canRestore =
    now && !isCurrent && !erased && may(actor, "read drafts") && (isPublic(now.state) || isEditable(now.state));
  return (
    <article className="flex flex-col gap-8">
      <div>
        <PageHeading
          isSentence
          above={
            <>
              <span>{kindName(kind)}</span>
              {(now?.slug ?? slug) && <span className="font-mono">{now?.slug ?? slug}</span>}
              {state && <StateBadge state={state} />}
            </>
          }
          title={t("revisionTitle", { title: now?.title ?? slug ?? kindName(kind), version: String(version) })}
          lead={t("place", { seq: revision.seq, length: revision.length })}
        />
        <RevisionStatus revision={revision} isCurrent={isCurrent} />
      </div>
      <div className="text-sm">
        <RevisionSummary revision={revision} />
      </div>
      {erased ? (
        <Tombstone erased={erased} />
      ) : (
        <>
          {previous && !previous.erasedBySeq && (
            <section aria-labelledby="changed-here">
              <h2 id="changed-here" className="mb-2">
                {t("changedHere")}
              </h2>
              <FieldDiff
                kind={drawn.kind}
                before={drawnOf(kind, previous.snapshot).snapshot}
                after={drawn.snapshot}
                names={names}
              />
            </section>
          )}
          <section aria-labelledby="content">
            <h2 id="content" className="mb-2">
              {t("content")}
            </h2>
            <RecordFields kind={drawn.kind} snapshot={drawn.snapshot} names={names} />
          </section>
        </>
      )}
      {canRestore && (
        <Messages of={["history", "form"]}>
          <RestoreForm
            kind={now.kind}
            slug={now.slug}
            version={version}
            basedOn={now.version}
            isPublished={isPublic(now.state)}
            action={restore}
          />
        </Messages>
      )}
      <Chain revision={revision} />
    </article>
  );
}

function RevisionStatus({
  revision: { record, previous, next },
  isCurrent,
}: {
  revision: RevisionFile;
  isCurrent: boolean;
}) {
  const t = useTranslations("history");
  const href = record && recordPath(record);
  return (
    <Notice
      kind={isCurrent ? "note" : "caution"}
      title={t(isCurrent ? "isCurrent" : record ? "isNotCurrent" : "isPast")}
    >
      <p className="flex flex-wrap gap-x-6 gap-y-1">
        {record && href && <Link href={href}>{t("current")}</Link>}
        {record && <Link href={historyPath(record.kind, record.slug)}>{t("toHistory")}</Link>}
        {previous && (
          <Link href={revisionPath(previous.hash)}>
            {t("previousVersion", { version: String(previous.version) })}
          </Link>
        )}
        {next && <Link href={revisionPath(next.hash)}>{t("nextVersion", { version: String(next.version) })}</Link>}
      </p>
    </Notice>
  );
}

const linkTo = (href: string) => (text: ReactNode) => <a href={href}>{text}</a>;

/** The hashes that tie it into the chain, whole. */
function Chain({ revision: { hash, previousHash, isSealed } }: { revision: RevisionFile }) {
  const t = useTranslations("history");
  return (
    <section aria-label={t("hash")} className="border-t border-rule pt-3 text-sm">
      <dl className="grid gap-x-6 gap-y-1 sm:grid-cols-[16rem_minmax(0,1fr)]">
        <dt className="text-muted">{t("hash")}</dt>
        <dd className="break-all font-mono text-xs">{hash}</dd>
        {previousHash && (
          <>
            <dt className="text-muted">{t("previousHash")}</dt>
            <dd className="break-all font-mono text-xs">
              <Link href={revisionPath(previousHash)}>{previousHash}</Link>
            </dd>
          </>
        )}
      </dl>
      <p className="mt-2 text-muted">{t("copyHint")}</p>
      <p className="mt-2 text-muted">
        {isSealed ? t.rich("proof", { proof: linkTo(proofPath(hash)), keys: linkTo(KEYS_PATH) }) : t("proofLater")}
      </p>
    </section>
  );
}
