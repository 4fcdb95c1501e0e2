"use client";

import { type FormEvent, type ReactNode, useEffect, useRef } from "react";
import { useReading, useTranslations } from "#translations";
import { Button } from "@/components/ui/button";
import { SelectField, TextField } from "@/components/ui/field";
import type { QueueItem } from "@/db/access/queue/queue";
import type { Person } from "@/lib/workflow/actor";
import { may } from "@/lib/workflow/policy";
import { PRIORITIES, type Priority } from "@/lib/workflow/priority";
import type { QueueTransition } from "@/lib/workflow/queue-transitions";
import type { Act } from "./queue-data";
import type { ShownFile } from "./use-previews";

export type QueueDialogRequest =
  | { readonly what: "assign"; readonly item: QueueItem }
  | { readonly what: "plan"; readonly item: QueueItem }
  | {
      readonly what: "step";
      readonly item: QueueItem;
      readonly step: QueueTransition;
      readonly warnings: ShownFile["warnings"];
    };

type Named = { readonly id: string; readonly name: string };
type Props = {
  request: QueueDialogRequest;
  me: Pick<Person, "id" | "name" | "role">;
  people: readonly Named[];
  act: (act: Act) => Promise<boolean>;
  /** Takes a step with what was ticked. */
  take: (item: QueueItem, step: QueueTransition, ticked: readonly string[]) => void;
  close: () => void;
};

const PLANS = "/api/v1/assignments";

/** What a key or a button asks before it is done; Escape leaves all as it was. */
export default function QueueDialog(props: Props) {
  const { request } = props;
  if (request.what === "assign") return <Assign {...props} item={request.item} />;
  if (request.what === "plan") return <PlanWork {...props} item={request.item} />;
  return <TransitionDialog {...props} {...request} />;
}

type Own = Omit<Props, "request"> & { item: QueueItem };

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

/** What has to be ticked before it is made public, or confirmed before it is thrown away. */
function TransitionDialog({
  item,
  step,
  warnings,
  take,
  close,
}: Own & Extract<QueueDialogRequest, { what: "step" }>) {
  const t = useTranslations("queue");
  const workflow = useTranslations("workflow");
  const gate = useTranslations("gate");
  return (
    <Frame
      title={t("stepTitle", { step: workflow(step), title: item.title })}
      close={close}
      send={(form) => take(item, step, form.getAll("ticked").map(String))}
      button={workflow(step)}
    >
      {step === "trash" && <p>{t("confirmTrash")}</p>}
      {warnings.length > 0 && (
        <fieldset className="flex flex-col gap-2">
          <legend className="font-semibold">{workflow("tickTitle")}</legend>
          {warnings.map(({ key, count = 1 }) => (
            <label key={key} className="flex gap-2">
              <input type="checkbox" name="ticked" value={key} required className="size-5 shrink-0 accent-accent" />
              <span>{workflow("tick", { warning: gate(key, { count, by: "" }) })}</span>
            </label>
          ))}
        </fieldset>
      )}
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
