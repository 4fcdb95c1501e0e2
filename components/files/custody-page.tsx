import type { ReactNode } from "react";
import { useFormatInstant, useLocaleCode, useTranslations } from "#translations";
import { Messages } from "@/components/messages";
import { RecordTitle } from "@/components/records/record-title";
import { ButtonLink } from "@/components/ui/button";
import { DataTable } from "@/components/ui/data-table";
import { Notice } from "@/components/ui/notice";
import { PageHeading } from "@/components/ui/page-heading";
import type { CustodyEvent, findAttachment } from "@/db/access/files/files";
import type { RedactedCopy } from "@/db/access/files/redactions";
import { viewingOf } from "@/lib/records/file";
import { formatFileSize } from "@/lib/text/file-size";
import type { Outcome } from "@/lib/workflow/outcome";
import { nameDetail } from "./custody-detail";
import { FileView } from "./file-view";
import { NamedFiles } from "./named-files";
import { VerifyForm } from "./verify-form";
import { type CopyActions, WaitingCopy } from "./waiting-copy";

type Props = {
  file: Awaited<ReturnType<typeof findAttachment>>;
  events: readonly CustodyEvent[];
  /** The file as it can be read: its pages, or its text. */
  content: ReactNode;
  /** Of an original, its redacted copies. */
  copies: readonly RedactedCopy[];
  metadata: ReactNode;
  /** Null for whoever may not have it checked. */
  verify: ((previous: Outcome, form: FormData) => Promise<Outcome>) | null;
  mayRedact: boolean;
  /** Null for whoever may not release a redacted copy. */
  release: CopyActions | null;
};

/** One file: as it can be looked at, its digest, and what happened to it since it came. */
export function CustodyPage({ file, events, content, copies, metadata, verify, mayRedact, release }: Props) {
  const t = useTranslations("file");
  const tRedaction = useTranslations("redaction");
  const locale = useLocaleCode();
  const formatInstant = useFormatInstant();
  return (
    <>
      <PageHeading
        above={
          <span>
            {t("ofRecord")} <RecordTitle record={file.record} />
          </span>
        }
        title={<bdi>{file.name}</bdi>}
        lead={`${t(`kind.${viewingOf(file.type)}`)} · ${formatFileSize(file.size, locale)}`}
        actions={mayRedact && <ButtonLink href={`/files/${file.id}/redact`}>{tRedaction("action")}</ButtonLink>}
      />
      {file.isRedacted && <p className="text-muted">{tRedaction("onlyPixels")}</p>}
      {file.isWaiting && <WaitingCopy copy={file} actions={release} />}
      <Copies copies={copies} />
      <FileView id={file.id} name={file.name} type={file.type} />
      {content}
      <div className="mt-6 max-w-xl">
        <p className="flex flex-wrap gap-x-4">
          <a href={`/api/v1/files/${file.id}`} className="quiet-link" target="_blank" rel="noopener">
            {t("openFile")}
          </a>
          <a href={`/api/v1/files/${file.id}`} className="quiet-link" download={file.name}>
            {t("download", { name: file.name })}
          </a>
        </p>
        <p className="mt-2 break-all font-mono text-xs">
          {t("digest")} {file.digest}
        </p>
        <LastCheck events={events} />
        {verify && (
          <Messages of={["file"]}>
            <VerifyForm id={file.id} action={verify} />
          </Messages>
        )}
        {metadata}
      </div>
      <h2 className="mt-8">{t("custody")}</h2>
      {verify && (
        <p className="mt-1 print:hidden">
          <a href={`/files/${file.id}/custody.pdf`} className="quiet-link" download>
            {t("custodyPdf")}
          </a>
        </p>
      )}
      <DataTable
        caption={t("custodyOf", { name: file.name })}
        rows={events.map((event, place) => ({ ...event, place: String(place) }))}
        rowKey={({ place }) => place}
        columns={[
          { key: "at", header: t("when"), cell: ({ at }) => formatInstant(at, "minute") },
          {
            key: "event",
            header: t("what"),
            heading: true,
            cell: ({ kind, passed }) => <EventName key="event" kind={kind} passed={passed} />,
          },
          { key: "by", header: t("who"), cell: ({ by }) => by ?? t("byProgram") },
          { key: "detail", header: t("detail"), cell: ({ detail }) => <Detail key="detail" of={detail} /> },
        ]}
      />
    </>
  );
}

/** The copies that others see in place of the original. */
function Copies({ copies }: Pick<Props, "copies">) {
  const t = useTranslations("redaction");
  if (copies.length === 0) return null;
  return (
    <div className="max-w-xl">
      <Notice title={t("copies")}>
        <NamedFiles files={copies} />
        <p className="mt-1 text-sm">{t("originalFor")}</p>
      </Notice>
    </div>
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
  const locale = useLocaleCode();
  const said = Object.entries(of).map(([key, value]) => `${nameDetail(key, locale)}: ${String(value)}`);
  return <span className="break-all font-mono text-xs">{said.join(" · ")}</span>;
}
