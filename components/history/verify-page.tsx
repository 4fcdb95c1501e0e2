import { useFormat, useTranslations } from "#translations";
import { Messages } from "@/components/messages";
import type { RecordFormAction } from "@/components/records/record-form";
import { type Column, DataTable } from "@/components/ui/data-table";
import { PageHeading } from "@/components/ui/page-heading";
import type { HistoryCheck } from "@/db/access/history/history-check";
import type { ExportedHead, HistoryProblem } from "@/lib/history/history-check";
import type { RevisedKind } from "@/lib/records/editorial";
import { useKindName } from "./kind-name";
import { useMoment } from "./revision-summary";
import { AgainstForm, VerifyHistoryForm } from "./verify-forms";

type Props = {
  checks: readonly HistoryCheck[];
  head: ExportedHead | null;
  verify: RecordFormAction;
  against: RecordFormAction;
};

/** The runs so far, a new one, and the end of the chain to be kept elsewhere or held against the chain. */
export function VerifyPage({ checks, head, verify, against }: Props) {
  const t = useTranslations("history");
  const moment = useMoment();
  const format = useFormat();
  const columns: Column<HistoryCheck>[] = [
    { key: "at", header: t("columnWhen"), heading: true, cell: ({ at }) => moment(at) },
    { key: "by", header: t("columnWho"), cell: ({ by }) => by ?? t("console") },
    { key: "head", header: t("columnHead"), numeric: true, cell: ({ headSeq }) => format.number(headSeq) },
    {
      key: "result",
      header: t("columnResult"),
      cell: ({ problem }) => (problem ? <Problem problem={problem} /> : <span>✓ {t("whole")}</span>),
    },
  ];
  return (
    <>
      <PageHeading title={t("verifyTitle")} lead={t("verifyLead")} />
      <div className="flex flex-col gap-10">
        <Messages of={["history", "form"]}>
          <VerifyHistoryForm action={verify} />
        </Messages>
        <section aria-labelledby="checks">
          <h2 id="checks" className="mb-2">
            {t("checks")}
          </h2>
          <DataTable
            caption={t("checks")}
            rows={checks}
            columns={columns}
            rowKey={({ id }) => id}
            empty={<p className="text-muted">{t("checksNone")}</p>}
          />
        </section>
        <p>
          <a href="/history/log">{t("logLink")}</a>
        </p>
        <section aria-labelledby="head" className="flex flex-col items-start gap-2">
          <h2 id="head">{t("headTitle")}</h2>
          <p className="measure">{t("headLead")}</p>
          {head ? (
            <>
              <p className="break-all font-mono text-xs text-muted">
                {format.number(head.seq)} · {head.hash}
              </p>
              <a href="/api/v1/history/head" download={`wederhoor-${head.seq}.json`}>
                {t("headDownload")}
              </a>
            </>
          ) : (
            <p className="text-muted">{t("headEmpty")}</p>
          )}
        </section>
        <section aria-labelledby="against" className="flex flex-col gap-2">
          <h2 id="against">{t("againstTitle")}</h2>
          <p className="measure">{t("againstLead")}</p>
          <Messages of={["history", "form"]}>
            <AgainstForm action={against} />
          </Messages>
        </section>
      </div>
    </>
  );
}

function Problem({ problem }: { problem: HistoryProblem }) {
  const t = useTranslations("history");
  const kindName = useKindName();
  const format = useFormat();
  const { seq, recordKind, recordId, slug, version, fields, missing } = problem;
  return (
    <div className="text-danger">
      <p className="font-semibold">✗ {t("broken", { seq, problem: t(`problem.${problem.problem}`) })}</p>
      {recordKind && (
        <p>{t("brokenAt", { kind: kindName(recordKind as RevisedKind), slug: slug ?? recordId, version })}</p>
      )}
      {fields && <p>{t("brokenFields", { fields: format.list([...fields]) })}</p>}
      {missing && (
        <p>
          {t("brokenMissing", {
            version: missing.version,
            kind: kindName(missing.recordKind as RevisedKind),
            id: missing.recordId,
          })}
        </p>
      )}
    </div>
  );
}
