import { useFormatInstant, useLocaleCode, useTranslations } from "#translations";
import type { FormAction } from "@/components/drafts/come-again";
import { Messages } from "@/components/messages";
import type { Attachment } from "@/db/access/files/files";
import type { FiledSubject } from "@/lib/records/file";
import { hasPages, viewingOf } from "@/lib/records/file";
import { workPath } from "@/lib/records/record-path";
import { formatFileSize } from "@/lib/text/file-size";
import { FileView } from "./file-view";
import { Thumbnail } from "./page-picture";
import { ReleaseForm } from "./release-form";
import { UploadZone } from "./upload-zone";
import { WithdrawForm } from "./withdraw-form";

type Props = {
  subject: FiledSubject;
  files: readonly Attachment[];
  /** Null for whoever may neither add nor withdraw any. */
  withdraw: FormAction | null;
  /** Null for whoever may not release a redacted copy. */
  release: FormAction | null;
};

/** The files of a record as one can look at them, where more are added, and what happened to each. */
export function FilesSection({ subject, files, withdraw, release }: Props) {
  const t = useTranslations("file");
  return (
    <section aria-labelledby="files" className="mt-10 print:hidden">
      <h2 id="files">
        {t("title")} {files.length > 0 && <span className="text-muted">{files.length}</span>}
      </h2>
      {files.length === 0 && <p className="mt-2 text-muted">{t("none")}</p>}
      <ul className="mt-4 grid gap-4 sm:grid-cols-2">
        {files.map((file) => (
          <li key={file.id} className="flex min-w-0 flex-col gap-2 rounded-sm border border-rule bg-raised p-3">
            <FileView id={file.id} name={file.name} type={file.type} />
            <div className="flex min-w-0 flex-wrap gap-3">
              {hasPages(file.type) && (
                <a href={`/files/${file.id}`} aria-label={t("about", { name: file.name })}>
                  <Thumbnail file={file} />
                </a>
              )}
              <div className="flex min-w-0 flex-1 basis-40 flex-col gap-2">
                <FileFacts file={file} />
                {file.isWaiting && <Waiting file={file} subject={subject} release={release} />}
                {withdraw && (
                  <details className="text-sm">
                    <summary className="cursor-pointer font-semibold">{t("withdraw")}</summary>
                    <Messages of={["file"]}>
                      <WithdrawForm id={file.id} name={file.name} subject={subject} action={withdraw} />
                    </Messages>
                  </details>
                )}
              </div>
            </div>
          </li>
        ))}
      </ul>
      {withdraw && (
        <>
          {files.length > 0 && (
            <p className="mt-3">
              <a href={`/records/${subject.kind}/${subject.slug}/custody.pdf`} className="quiet-link" download>
                {t("custodyPdf")}
              </a>
            </p>
          )}
          <noscript>
            <p className="mt-4 text-muted">{t("needsScript")}</p>
          </noscript>
          <Messages of={["file"]}>
            <UploadZone subject={subject} />
          </Messages>
        </>
      )}
    </section>
  );
}

/** A redacted copy that another editor has yet to release. */
function Waiting({ file, subject, release }: Pick<Props, "subject" | "release"> & { file: Attachment }) {
  const t = useTranslations("redaction");
  return (
    <div className="flex flex-col gap-2 border-l-4 border-caution bg-caution-soft px-3 py-2 text-sm">
      <p className="font-semibold">{t("waiting")}</p>
      {release && file.isOwnWork && <p>{t("ownCopy")}</p>}
      {release && !file.isOwnWork && (
        <Messages of={["redaction"]}>
          <ReleaseForm copy={file} action={release} returnTo={`${workPath(subject.kind, subject.slug)}#files`} />
        </Messages>
      )}
    </div>
  );
}

function FileFacts({ file }: { file: Attachment }) {
  const t = useTranslations("file");
  const locale = useLocaleCode();
  const formatInstant = useFormatInstant();
  const tRedaction = useTranslations("redaction");
  const viewing = viewingOf(file.type);
  return (
    <>
      <p className="min-w-0 break-words">
        <a
          href={`/api/v1/files/${file.id}`}
          className="quiet-link font-semibold"
          {...(viewing === "download" ? { download: file.name } : { target: "_blank", rel: "noopener" })}
        >
          <bdi>{file.name}</bdi>
        </a>
        {file.isRedacted && <span className="badge ml-2 border-rule-strong">{tRedaction("copy")}</span>}
        <span className="block text-sm text-muted">
          {t(`kind.${viewing}`)} · {formatFileSize(file.size, locale)}
        </span>
        <span className="block text-sm text-muted">
          {t("addedBy", { name: file.by, date: formatInstant(file.at, "minute") })}
        </span>
      </p>
      <details className="text-sm">
        <summary className="cursor-pointer font-semibold">{t("custody")}</summary>
        <p className="mt-1">
          <a href={`/files/${file.id}`} className="quiet-link">
            {t("custodyOf", { name: file.name })}
          </a>
        </p>
        <p className="mt-1 break-all font-mono text-xs">
          {t("digest")} {file.digest}
        </p>
      </details>
    </>
  );
}
