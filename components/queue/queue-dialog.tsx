"use client";

import { type FormEvent, type ReactNode, startTransition, useEffect, useRef } from "react";
import { useReading, useTranslations } from "#translations";
import { KeptFields } from "@/components/drafts/kept-fields";
import { useKeptForm } from "@/components/drafts/use-kept-form";
import { Button } from "@/components/ui/button";
import { SelectField, TextArea, TextField } from "@/components/ui/field";
import { fieldsOf, IDLE } from "@/components/ui/fields-of";
import type { QueueItem } from "@/db/access/queue/queue";
import { LONGEST_REASON } from "@/lib/records/input";
import type { Person } from "@/lib/workflow/actor";
import { PRIORITIES, type Priority } from "@/lib/workflow/assignment";
import { may } from "@/lib/workflow/policy";
import { type QueueTransition, stateAfter, transitionNeedsReason } from "@/lib/workflow/queue-transitions";
import type { Act } from "./queue-data";

export type QueueDialogRequest =
  | { readonly what: "assign"; readonly item: QueueItem }
  | { readonly what: "plan"; readonly item: QueueItem }
  | { readonly what: "step"; readonly item: QueueItem; readonly step: QueueTransition }
  | { readonly what: "help" };

type Named = { readonly id: string; readonly name: string };
type Props = {
  request: QueueDialogRequest;
  me: Pick<Person, "id" | "name" | "role">;
  people: readonly Named[];
  act: (act: Act) => Promise<boolean>;
  close: () => void;
};

const PLANS = "/api/v1/assignments";

/** What a key or a button asks before it is done; Escape leaves all as it was. */
export function QueueDialog(props: Props) {
  const { request } = props;
  if (request.what === "help") return <Help close={props.close} />;
  if (request.what === "assign") return <Assign {...props} item={request.item} />;
  if (request.what === "plan") return <PlanWork {...props} item={request.item} />;
  const Dialog = transitionNeedsReason(request.step) ? ReasonDialog : TransitionDialog;
  return <Dialog {...props} item={request.item} step={request.step} />;
}

type Own = Omit<Props, "asked"> & { item: QueueItem };

function Assign({ item, me, people, act, close }: Own) {
  const t = useTranslations("queue");
  const all = may(me, "plan the work of others");
  const offered = all ? people : people.filter(({ id }) => id === me.id);
  const title = t("assignTitle", { title: item.title });
  const send = (form: FormData) => {
    const id = String(form.get("assignee") ?? "");
    const assignee = people.find((person) => person.id === id) ?? null;
    act({
      item,
      shown: { assignee: assignee && { ...assignee, isDisabled: false } },
      path: PLANS,
      body: { assignee: assignee?.id ?? null },
    });
  };
  return (
    <Frame title={title} close={close} send={send} button={t("assign")}>
      <SelectField
        name="assignee"
        label={t("assignee")}
        autoFocus
        defaultValue={me.id}
        empty={t("nobody")}
        options={offered.map(({ id, name }) => ({ value: id, label: id === me.id ? t("you", { name }) : name }))}
      />
    </Frame>
  );
}

function PlanWork({ item, me, act, close }: Own) {
  const t = useTranslations("queue");
  const { zone } = useReading();
  const plans = may(me, "plan the work of others");
  const send = (form: FormData) => {
    const text = (name: string) => String(form.get(name) ?? "").trim();
    const tags = text("tags");
    const plan = plans ? { priority: text("priority") as Priority, dueOn: text("dueOn") || null } : {};
    const shown = tags.split(",").flatMap((tag) => tag.trim().toLowerCase() || []);
    act({ item, shown: { ...plan, tags: shown }, path: PLANS, body: { ...plan, tags } });
  };
  return (
    <Frame title={t("planTitle", { title: item.title })} close={close} send={send} button={t("save")}>
      {plans && (
        <>
          <SelectField
            name="priority"
            label={t("filter.priority")}
            defaultValue={item.priority}
            options={PRIORITIES.map((value) => ({ value, label: t(`priority.${value}`) }))}
          />
          <TextField
            name="dueOn"
            type="date"
            label={t("dueField")}
            hint={t("dueHint", { zone: zone.label })}
            defaultValue={item.dueOn ?? ""}
          />
        </>
      )}
      <TextField name="tags" label={t("tagsField")} hint={t("tagsHint")} defaultValue={item.tags.join(", ")} />
    </Frame>
  );
}

const ACTION_KEYS = {
  submit: "confirmSubmit",
  approve: "confirmApprove",
  publish: "confirmPublish",
  trash: "confirmTrash",
} as const;

function TransitionDialog({ item, step, act, close }: Own & { step: QueueTransition }) {
  const t = useTranslations("queue");
  const workflow = useTranslations("workflow");
  const gate = useTranslations("gate");
  const warnings = step === "publish" ? item.warnings : [];
  const send = (form: FormData) =>
    act({
      item,
      shown: { state: stateAfter(item.kind, step) },
      path: "/api/v1/transitions",
      body: {
        step,
        basedOn: item.version,
        ticked: form.getAll("ticked").map(String),
      },
    });
  return (
    <Frame
      title={t("stepTitle", { step: workflow(step), title: item.title })}
      close={close}
      send={send}
      button={workflow(step)}
    >
      {step !== "request_changes" && <p>{t(ACTION_KEYS[step], { version: String(item.version) })}</p>}
      {warnings.length > 0 && (
        <fieldset className="flex flex-col gap-2">
          <legend className="font-semibold">{workflow("tickTitle")}</legend>
          {warnings.map((warning) => (
            <label key={warning} className="flex gap-2">
              <input
                type="checkbox"
                name="ticked"
                value={warning}
                required
                className="size-5 shrink-0 accent-accent"
              />
              <span>{workflow("tick", { warning: gate(warning, { count: 1 }) })}</span>
            </label>
          ))}
        </fieldset>
      )}
    </Frame>
  );
}

/** The dialog is gone before the answer comes: what was typed is kept until the change is done, and offered again if it is not. */
function ReasonDialog({ item, step, act, close }: Own & { step: QueueTransition }) {
  const t = useTranslations("queue");
  const workflow = useTranslations("workflow");
  const kept = useKeptForm(async (_previous, form) => {
    const isDone = await act({
      item,
      shown: { state: stateAfter(item.kind, step) },
      path: "/api/v1/transitions",
      body: { step, basedOn: item.version, reason: String(form.get("reason") ?? "") },
    });
    return isDone ? { status: "done" } : IDLE;
  }, `${item.kind} ${item.slug} ${step}`);
  const field = fieldsOf(kept.outcome, {}, "queue", () => LONGEST_REASON);
  return (
    <Frame
      title={t("stepTitle", { step: workflow(step), title: item.title })}
      close={close}
      send={(form) => startTransition(() => kept.send(form))}
      button={workflow(step)}
    >
      <KeptFields kept={kept}>
        <TextArea label={t("reasonField")} required autoFocus {...field("reason")} />
      </KeptFields>
    </Frame>
  );
}

const KEYS = { j: "j", k: "k", o: "o", a: "a", e: "e", s: "s", r: "r", p: "p", x: "x", help: "?" } as const;

function Help({ close }: { close: () => void }) {
  const t = useTranslations("queue");
  return (
    <Frame title={t("keysTitle")} close={close}>
      <dl className="grid grid-cols-[3rem_minmax(0,1fr)] gap-y-1">
        {Object.entries(KEYS).map(([name, key]) => (
          <div key={name} className="contents">
            <dt>
              <kbd className="rounded-sm border border-rule-strong px-1.5 font-mono text-sm">{key}</kbd>
            </dt>
            <dd>{t(`key.${name as keyof typeof KEYS}`)}</dd>
          </div>
        ))}
      </dl>
    </Frame>
  );
}

type FrameProps = {
  title: string;
  close: () => void;
  send?: (form: FormData) => void;
  button?: string;
  children: ReactNode;
};

function Frame({ title, close, send, button, children }: FrameProps) {
  const t = useTranslations("queue");
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    send?.(new FormData(event.currentTarget));
    dialog.current?.close();
  };
  return (
    <dialog
      ref={dialog}
      aria-label={title}
      onClose={close}
      className="m-auto w-[min(36rem,calc(100vw-2rem))] border border-rule-strong bg-raised p-5 text-ink shadow-float backdrop:bg-black/40"
    >
      <form onSubmit={submit} className="flex flex-col gap-4">
        <h2 className="text-lg">{title}</h2>
        {children}
        <div className="flex flex-wrap gap-2">
          {button && (
            <Button type="submit" kind="primary">
              {button}
            </Button>
          )}
          <Button onClick={() => dialog.current?.close()}>{t(send ? "cancel" : "close")}</Button>
        </div>
      </form>
    </dialog>
  );
}
