import { useTranslations } from "#translations";
import type { FormAction } from "@/components/drafts/come-again";
import { Messages } from "@/components/messages";
import { WatchForm } from "./watch-form";

type Props = {
  rules: readonly string[];
  watched: Readonly<Record<"watch" | "slug" | "from" | "to", string>>;
  action: FormAction;
};

/** Beside a line that changed: the button that makes it no alarm for this watch. */
export function IgnoreLines({ rules, watched, action }: Props) {
  const t = useTranslations("watch");
  return (
    <Messages of={["form"]}>
      <div className="-ml-3 print:hidden">
        <WatchForm
          action={action}
          hidden={{ ...watched, rule: rules }}
          label={t("ignore")}
          title={t("ignoreRule", { rule: rules.join(" / ") })}
          pending={t("saving")}
        />
      </div>
    </Messages>
  );
}
