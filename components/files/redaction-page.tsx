import type { ComponentProps } from "react";
import { useTranslations } from "#translations";
import { Messages } from "@/components/messages";
import { RecordTitle } from "@/components/records/record-title";
import { QuietLink } from "@/components/ui/link";
import { Notice } from "@/components/ui/notice";
import { PageHeading } from "@/components/ui/page-heading";
import type { findAttachment } from "@/db/access/files/files";
import { RedactionForm } from "./redaction-form";

type Props = Omit<ComponentProps<typeof RedactionForm>, "file"> & {
  file: Awaited<ReturnType<typeof findAttachment>>;
  /** Whether it is known how many pages there are. */
  isRead: boolean;
};

/** Where a redacted copy of a file is made. */
export function RedactionPage({ file, isRead, ...form }: Props) {
  const t = useTranslations("redaction");
  const tFile = useTranslations("file");
  return (
    <>
      <PageHeading
        above={
          <>
            <QuietLink href={`/files/${file.id}`}>
              <bdi>{file.name}</bdi>
            </QuietLink>
            <span>
              {tFile("ofRecord")} <RecordTitle record={file.record} />
            </span>
          </>
        }
        title={t("title", { name: file.name })}
      />
      <p className="measure">{t("lead")}</p>
      <p className="measure mt-1 text-muted">{t("whoSees")}</p>
      {!isRead && (
        <div className="mt-3">
          <Notice kind="caution">{t("notRead")}</Notice>
        </div>
      )}
      <Messages of={["redaction"]}>
        <RedactionForm file={{ id: file.id, name: file.name }} {...form} />
      </Messages>
    </>
  );
}
