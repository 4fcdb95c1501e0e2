import { useFormatInstant, useTranslations } from "#translations";
import type { FormAction } from "@/components/drafts/come-again";
import { Messages } from "@/components/messages";
import { Notice } from "@/components/ui/notice";
import type { findAttachment } from "@/db/access/files/files";
import { ReleaseForm } from "./release-form";
import { WithdrawForm } from "./withdraw-form";

export type CopyActions = Readonly<Record<"release" | "sendBack", FormAction>>;

type Props = {
  copy: Awaited<ReturnType<typeof findAttachment>>;
  /** Null for whoever may not release any. */
  actions: CopyActions | null;
};

/** A redacted copy that another editor has yet to release, where it can be looked at beside its original. */
export function WaitingCopy({ copy, actions }: Props) {
  const t = useTranslations("redaction");
  const formatInstant = useFormatInstant();
  const { id, name, by, at, isOwnWork, record } = copy;
  const words = { label: t("sendBackWhy", { name }), hint: t("sendBackHint"), button: t("sendBack") };
  return (
    <div className="max-w-4xl">
      <Notice kind="caution" title={t("waiting")}>
        <p>{t("waitingIs", { name: by, date: formatInstant(at, "minute") })}</p>
        {actions && isOwnWork && <p className="mt-1">{t("ownCopy")}</p>}
        {actions && !isOwnWork && (
          <Messages of={["redaction", "file"]}>
            <p className="mt-1 mb-3">{t("look")}</p>
            <ReleaseForm copy={copy} action={actions.release} returnTo={`/files/${id}`} isPrimary />
            <details className="mt-3">
              <summary className="cursor-pointer font-semibold">{t("sendBack")}</summary>
              <WithdrawForm id={id} name={name} subject={record} action={actions.sendBack} words={words} />
            </details>
          </Messages>
        )}
      </Notice>
    </div>
  );
}
