import { useLocaleCode, useTranslations } from "#translations";
import { WithdrawForm } from "@/components/files/withdraw-form";
import { Messages } from "@/components/messages";
import type { CaptureFile } from "@/db/access/captures/captured-files";
import { type FiledSubject, viewingOf } from "@/lib/records/file";
import { formatFileSize } from "@/lib/text/file-size";
import type { Outcome } from "@/lib/workflow/outcome";

type Props = {
  subject: FiledSubject;
  files: readonly CaptureFile[];
  withdraw: (previous: Outcome, form: FormData) => Promise<Outcome>;
};

/** The files of one capture, each with what it is, its custody, and the way to withdraw it. */
export function CaptureFiles({ subject, files, withdraw }: Props) {
  const t = useTranslations("capture");
  const tFile = useTranslations("file");
  const locale = useLocaleCode();
  return (
    <ul className="flex flex-col gap-1 text-sm empty:hidden">
      {files.map(({ id, part, name, size, type, isNew }) => (
        <li key={part} className="flex min-w-0 flex-wrap items-baseline gap-x-2">
          <a
            href={`/api/v1/files/${id}`}
            className="quiet-link break-all font-semibold"
            {...(viewingOf(type) === "download" ? { download: name } : { target: "_blank", rel: "noopener" })}
          >
            <bdi>{name}</bdi>
          </a>
          <span className="text-muted">
            {t(`part.${part}`)} · {formatFileSize(size, locale)}
            {!isNew && ` · ${t("unchanged")}`}
          </span>
          <a href={`/files/${id}`} className="quiet-link" aria-label={tFile("custodyOf", { name })}>
            {tFile("custody")}
          </a>
          <details>
            <summary className="cursor-pointer">{tFile("withdraw")}</summary>
            <Messages of={["file"]}>
              <WithdrawForm id={id} name={name} subject={subject} action={withdraw} />
            </Messages>
          </details>
        </li>
      ))}
    </ul>
  );
}
