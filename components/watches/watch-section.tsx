import { useFormatInstant, useTranslations } from "#translations";
import type { FormAction } from "@/components/drafts/come-again";
import { Messages } from "@/components/messages";
import { Link } from "@/components/ui/link";
import { Badge } from "@/components/ui/marks";
import type { Watch } from "@/db/access/watches/watches";
import { BeginWatch } from "./begin-watch";
import { LastLook } from "./watch-state";
import { type WatchActions, WatchRules, WatchSteps } from "./watch-steps";

type Props = {
  slug: string;
  watch: Watch | null;
  begin: FormAction;
  actions: WatchActions;
};

/** Beside the copies of an item's page: one's own watch of it, or the way to begin one. */
export function WatchSection({ slug, watch, begin, actions }: Props) {
  const t = useTranslations("watch");
  return (
    <div className="mt-3 flex flex-col gap-2 border-l-4 border-rule pl-4">
      {watch ? (
        <OwnWatch watch={watch} actions={actions} />
      ) : (
        <Messages of={["watch", "form"]}>
          <BeginWatch slug={slug} action={begin} />
        </Messages>
      )}
      <p className="text-sm">
        <Link href="/watches">{t("all")}</Link>
      </p>
    </div>
  );
}

function OwnWatch({ watch, actions }: { watch: Watch; actions: WatchActions }) {
  const t = useTranslations("watch");
  const formatInstant = useFormatInstant();
  return (
    <>
      <p className="flex flex-wrap items-baseline gap-x-3">
        <strong>{t("own")}</strong>
        <span>{t(`everyName.${watch.every}`)}</span>
        {watch.state === "paused" && <Badge>{t("paused")}</Badge>}
      </p>
      <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-4 text-sm [&>dt]:text-muted">
        <dt>{t("status")}</dt>
        <dd>
          <LastLook watch={watch} />
        </dd>
        {watch.nextLook && (
          <>
            <dt>{t("next")}</dt>
            <dd>{formatInstant(watch.nextLook, "minute")}</dd>
          </>
        )}
      </dl>
      <WatchRules watch={watch} actions={actions} mayChange />
      <WatchSteps watch={watch} actions={actions} />
    </>
  );
}
