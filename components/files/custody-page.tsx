import type { ReactNode } from "react";
import { useFormatInstant, useLocaleCode, useTranslations } from "#translations";
import { Messages } from "@/components/messages";
import { DataTable } from "@/components/ui/data-table";
import { Notice } from "@/components/ui/notice";
import { PageHeading } from "@/components/ui/page-heading";
import type { CustodyEvent, findAttachment } from "@/db/access/files/files";
import { viewingOf } from "@/lib/records/file";
import { formatFileSize } from "@/lib/text/file-size";
import type { Outcome } from "@/lib/workflow/outcome";
import { FileView } from "./file-view";
import { VerifyForm } from "./verify-form";

type Props = {
  file: Awaited<ReturnType<typeof findAttachment>>;
  events: readonly CustodyEvent[];
  text: ReactNode;
  verify: (previous: Outcome, form: FormData) => Promise<Outcome>;
};

/** One file: as it can be looked at, its digest, and what happened to it since it came. */
export function CustodyPage({ file, events, text, verify }: Props) {
  const t = useTranslations("file");
  const locale = useLocaleCode();
  const formatInstant = useFormatInstant();
  return (
    <>
      <PageHeading
        title={<bdi>{file.name}</bdi>}
        lead={`${t(`kind.${viewingOf(file.type)}`)} · ${formatFileSize(file.size, locale)}`}
      />
      <div className="mt-4 max-w-xl">
        <FileView id={file.id} name={file.name} type={file.type} />
        <p className="mt-2">
          <a href={`/api/v1/files/${file.id}`} className="quiet-link" download={file.name}>
            {t("download", { name: file.name })}
          </a>
        </p>
        <p className="mt-2 break-all font-mono text-xs">
          {t("digest")} {file.digest}
        </p>
        <LastCheck events={events} />
        <Messages of={["file"]}>
          <VerifyForm id={file.id} action={verify} />
        </Messages>
      </div>
      {text}
      <h2 className="mt-8">{t("custody")}</h2>
      <p className="mt-1 print:hidden">
        <a href={`/files/${file.id}/custody.pdf`} className="quiet-link" download>
          {t("custodyPdf")}
        </a>
      </p>
      <DataTable
        caption={t("custodyOf", { name: file.name })}
        rows={events}
        rowKey={({ at, kind, by }) => `${at} ${kind} ${by}`}
        columns={[
          { key: "at", header: t("when"), cell: ({ at }) => formatInstant(at, "minute") },
          { key: "event", header: t("what"), heading: true, cell: (event) => <EventName {...event} /> },
          { key: "by", header: t("who"), cell: ({ by }) => by ?? t("byProgram") },
          { key: "detail", header: t("detail"), cell: ({ detail }) => <Detail of={detail} /> },
        ]}
      />
    </>
  );
}

function EventName({ kind, passed }: Pick<CustodyEvent, "kind" | "passed">) {
  const t = useTranslations("file");
  return (
    <>
      {t(`event.${kind}`)}
      {!passed && <span className="block font-semibold text-danger">{t("checkFailed")}</span>}
    </>
  );
}

/** What the last check of the bytes found, in words; nothing before the first. */
function LastCheck({ events }: Pick<Props, "events">) {
  const t = useTranslations("file");
  const formatInstant = useFormatInstant();
  const last = events.findLast(({ kind }) => kind === "fixity check");
  if (!last) return null;
  const { found } = last.detail;
  const finding = last.passed ? "intact" : found === "missing" || found === "unreadable" ? found : "changed";
  return (
    <div className="mt-4">
      <Notice kind={last.passed ? "note" : "error"}>
        <p>
          {t(`finding.${finding}`)}{" "}
          <span className="text-muted">
            {t("checkedBy", { name: last.by ?? t("byProgram"), date: formatInstant(last.at, "minute") })}
          </span>
        </p>
      </Notice>
    </div>
  );
}

/** What was found or used, as it is kept: names and digests, not sentences. */
function Detail({ of }: { of: Readonly<Record<string, unknown>> }) {
  const said = Object.entries(of).map(([key, value]) => `${key}: ${String(value)}`);
  return <span className="break-all font-mono text-xs">{said.join(" · ")}</span>;
}
