import { useTranslations } from "#translations";
import type { FormAction } from "@/components/drafts/come-again";
import { Messages } from "@/components/messages";
import { WatchForm } from "./watch-form";

type Props = {
  rules: readonly string[];
  watched: Readonly<Record<"watch" | "slug" | "from" | "to", string>>;
  action: FormAction;
};

/** Beside a line that changed: the buttons that make it no alarm for this watch. */
export function IgnoreLines({ rules, watched, action }: Props) {
  const t = useTranslations("watch");
  return (
    <Messages of={["form"]}>
      <div className="flex flex-wrap gap-x-4 print:hidden">
        {rules.map((rule) => (
          <WatchForm
            key={rule}
            action={action}
            hidden={{ ...watched, rule }}
            label={rules.length > 1 ? t("ignoreRule", { rule }) : t("ignore")}
            title={t("ignoreRule", { rule })}
            pending={t("saving")}
          />
        ))}
      </div>
    </Messages>
  );
}
