"use client";

import { type KeyboardEvent, type ReactNode, useEffect, useRef } from "react";
import { useTranslations } from "#translations";
import { KeptFields } from "@/components/drafts/kept-fields";
import { useKeptForm } from "@/components/drafts/use-kept-form";
import { Button, ButtonLink } from "@/components/ui/button";
import { TextArea } from "@/components/ui/field";
import { fieldsOf, IDLE } from "@/components/ui/fields-of";
import { StateBadge } from "@/components/ui/marks";
import { Notice } from "@/components/ui/notice";
import type { QueueItem } from "@/db/access/queue/queue";
import { LONGEST_REASON } from "@/lib/records/longest-reason";
import type { QueueTransition } from "@/lib/workflow/queue-transitions";
import { AssignmentSummary, ItemTitle, itemPath, WaitingSince } from "./queue-item";
import { useSubjectKindName } from "./queue-labels";
import type { useEditor } from "./use-editor";
import type { Preview } from "./use-previews";

type Props = {
  item: QueueItem;
  preview: Preview | undefined;
  editor: ReturnType<typeof useEditor>;
  steps: readonly QueueTransition[];
  today: string;
  me: string;
  isHydrated: boolean;
  /** The reason why changes are requested is being written. */
  isAsking: boolean;
  /** How many ticked rows a step is taken with, in place of this one; 0: none is ticked. */
  ticked: number;
  take: (step: QueueTransition) => void;
  /** @returns whether it was done, once that is known */
  requestChanges: (reason: string) => Promise<boolean>;
  ask: (what: "assign" | "plan") => void;
  cancel: () => void;
  closeHref: string;
  close: () => void;
};

const KEYS: Record<QueueTransition, string> = {
  approve: "a",
  request_changes: "r",
  publish: "p",
  submit: "s",
  trash: "",
};
const FIRST: readonly QueueTransition[] = ["approve", "publish", "submit"];

/** What is looked at, with the steps above its content. */
export function ReviewPanel(props: Props) {
  const { item, preview, editor, closeHref, close } = props;
  const t = useTranslations("queue");
  const kindName = useSubjectKindName();
  return (
    <section id="preview" aria-label={t("preview")} className="review-panel">
      <div className="review-panel-head">
        <div className="flex items-start gap-2">
          <h2 className="min-w-0 flex-1 text-lg">
            <ItemTitle item={item} />
          </h2>
          <a
            href={closeHref}
            data-follow="in-place"
            aria-label={t("closePreview")}
            className="review-close"
            onClick={(event) => {
              event.preventDefault();
              close();
            }}
          >
            ×
          </a>
        </div>
        <p className="flex flex-wrap items-center gap-x-2 text-sm text-muted">
          <span>{kindName(item.kind)}</span>
          <StateBadge state={item.state} />
          <WaitingSince item={item} />
        </p>
        {props.isAsking ? <ReasonForm key={`${item.kind} ${item.slug}`} {...props} /> : <Steps {...props} />}
      </div>
      {!editor.form && <Assignment {...props} />}
      {editor.form ? (
        <Correction {...props} />
      ) : preview === undefined ? (
        <p className="review-loading text-muted">{t("pending")}</p>
      ) : "refused" in preview ? (
        <Notice kind="caution">
          <p>{preview.refused}</p>
        </Notice>
      ) : (
        preview.text
      )}
    </section>
  );
}

/** The form in the place of what it changes; its way out closes it and leads nowhere. */
function Correction({ editor }: Pick<Props, "editor">) {
  const t = useTranslations("queue");
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Enter on a link is a click
    <section
      aria-label={t("correct")}
      className="py-3"
      onClick={(event) => {
        if (!(event.target as Element).closest(".form-bar a")) return;
        event.preventDefault();
        editor.close();
      }}
    >
      {editor.form}
    </section>
  );
}

function Assignment({ item, today, me }: Pick<Props, "item" | "today" | "me">) {
  const t = useTranslations("queue");
  return (
    <div className="flex flex-wrap gap-x-2 py-2 text-sm">
      <span className="text-muted">{t("assignee")}:</span>
      <AssignmentSummary item={item} today={today} me={me} />
      {item.said && <p className="basis-full text-muted">{t("said", { reason: item.said })}</p>}
    </div>
  );
}

function Steps({ item, steps, editor, isHydrated, ticked, take, ask }: Props) {
  const t = useTranslations("queue");
  const workflow = useTranslations("workflow");
  const href = itemPath(item);
  const label = (text: ReactNode, key: string) => (
    <>
      {text} {key && <kbd className="key-hint">{key}</kbd>}
    </>
  );
  const main = steps.find((step) => FIRST.includes(step));
  const ordered = main ? [main, ...steps.filter((step) => step !== main)] : steps;
  // Without a script the steps are taken on the page of the item itself.
  if (!isHydrated) {
    return (
      <p className="review-steps">
        {href && steps.length > 0 && (
          <ButtonLink kind="primary" href={href}>
            {steps.map((step) => workflow(step)).join(" / ")}
          </ButtonLink>
        )}
        {href && <ButtonLink href={`${href}/edit`}>{t("correct")}</ButtonLink>}
      </p>
    );
  }
  return (
    <div className="review-steps">
      {item.isOwnWork && item.state === "in_review" && <p className="basis-full text-sm">{workflow("ownWork")}</p>}
      {ticked > 0 && <p className="basis-full text-sm font-semibold">{t("withTicked", { count: ticked })}</p>}
      {ordered.map((step) => (
        <Button key={step} kind={step === main ? "primary" : "secondary"} onClick={() => take(step)}>
          {label(workflow(step), KEYS[step])}
        </Button>
      ))}
      <Button kind="quiet" onClick={editor.open}>
        {label(t("correct"), "c")}
      </Button>
      <Button kind="quiet" onClick={() => ask("assign")}>
        {label(t("assign"), "i")}
      </Button>
      <Button kind="quiet" onClick={() => ask("plan")}>
        {label(t("plan"), "e")}
      </Button>
    </div>
  );
}

/** What was typed is kept until the step is done, and offered again when it was taken back or refused. */
function ReasonForm({ item, ticked, requestChanges, cancel }: Props) {
  const t = useTranslations("queue");
  const workflow = useTranslations("workflow");
  const form = useRef<HTMLFormElement>(null);
  const kept = useKeptForm(async () => IDLE, `${item.kind} ${item.slug} request_changes`);
  const field = fieldsOf(kept.outcome, {}, "queue", () => LONGEST_REASON);
  useEffect(() => form.current?.querySelector("textarea")?.focus(), []);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "Escape") cancel();
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) form.current?.requestSubmit();
  };
  return (
    <form
      ref={form}
      onKeyDown={onKeyDown}
      onSubmit={(event) => {
        event.preventDefault();
        const reason = String(new FormData(event.currentTarget).get("reason") ?? "");
        requestChanges(reason).then((isDone) => isDone && kept.finish());
      }}
      className="flex flex-col gap-2 py-2"
    >
      <KeptFields kept={kept}>
        <TextArea label={t("reasonField")} required rows={3} {...field("reason")} />
      </KeptFields>
      {ticked > 0 && <p className="text-sm font-semibold">{t("withTicked", { count: ticked })}</p>}
      <div className="flex flex-wrap gap-2">
        <Button type="submit" kind="primary">
          {workflow("request_changes")} <kbd className="key-hint">Ctrl ↵</kbd>
        </Button>
        <Button onClick={cancel}>{t("cancel")}</Button>
      </div>
    </form>
  );
}
