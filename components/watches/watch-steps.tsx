import { useTranslations } from "#translations";
import type { FormAction } from "@/components/drafts/come-again";
import { Messages } from "@/components/messages";
import type { Watch } from "@/db/access/watches/watches";
import { WatchForm } from "./watch-form";

/** What a list and an item's page post to. */
export type WatchActions = { readonly change: FormAction; readonly removeRule: FormAction };
type Props = { watch: Watch; actions: WatchActions };

/** Pauses a watch, takes it up again, or ends it. */
export function WatchSteps({ watch: { id, state, title }, actions }: Props) {
  const t = useTranslations("watch");
  const step =
    state === "paused" ? ({ name: "resume", to: "active" } as const) : ({ name: "pause", to: "paused" } as const);
  return (
    <Messages of={["form"]}>
      <div className="-ml-3 flex flex-wrap sm:flex-nowrap print:hidden">
        <WatchForm
          action={actions.change}
          hidden={{ watch: id, state: step.to }}
          label={t(step.name)}
          title={t(`${step.name}Page`, { title })}
          pending={t("saving")}
        />
        <WatchForm
          action={actions.change}
          hidden={{ watch: id, state: "ended" }}
          label={t("end")}
          title={t("endPage", { title })}
          pending={t("saving")}
        />
      </div>
    </Messages>
  );
}

/** The lines that are no change for a watch, each with the way to take that back. */
export function WatchRules({ watch: { id, ignored }, actions, mayChange }: Props & { mayChange: boolean }) {
  const t = useTranslations("watch");
  if (ignored.length === 0) return null;
  return (
    <details className="text-sm">
      <summary className="cursor-pointer py-1">{t("rules", { count: ignored.length })}</summary>
      <p className="measure mt-1 text-muted">{t("rulesLead")}</p>
      <Messages of={["form"]}>
        <ul className="mt-1 flex flex-col gap-1">
          {ignored.map((rule) => (
            <li key={rule} className="flex flex-wrap items-baseline gap-x-3">
              <q dir="auto" className="break-words">
                {rule}
              </q>
              {mayChange && (
                <div className="-ml-3">
                  <WatchForm
                    action={actions.removeRule}
                    hidden={{ watch: id, rule }}
                    label={t("removeRule")}
                    title={t("removeRuleOf", { rule })}
                    pending={t("saving")}
                  />
                </div>
              )}
            </li>
          ))}
        </ul>
      </Messages>
    </details>
  );
}
