import { useTranslations } from "#translations";
import { Messages } from "@/components/messages";
import type { Outcome } from "@/lib/workflow/outcome";
import { InboxMarkForm } from "./mark-form";

type FormAction = (previous: Outcome, form: FormData) => Promise<Outcome>;
/** What the inbox posts to. */
export type InboxActions = { readonly read: FormAction; readonly readAll: FormAction };

export function MarkRead({ id, from, action }: { id: string; from: string; action: FormAction }) {
  const t = useTranslations("inbox");
  return (
    <Messages of={["inbox", "form"]}>
      <InboxMarkForm action={action} hidden={{ id, from }} label={t("markRead")} />
    </Messages>
  );
}

/** Marks all up to the newest notice that the page shows. */
export function MarkAllRead({ until, from, action }: { until: string; from: string; action: FormAction }) {
  const t = useTranslations("inbox");
  return (
    <Messages of={["inbox", "form"]}>
      <InboxMarkForm action={action} hidden={{ until, from }} label={t("markAllRead")} kind="secondary" />
    </Messages>
  );
}
