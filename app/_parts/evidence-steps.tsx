import { useTranslations } from "#translations";
import { ButtonLink } from "@/components/ui/button";
import type { Actor } from "@/lib/workflow/actor";
import { may } from "@/lib/workflow/policy";

/** From the list of evidence: to a new item, and to the pages that are watched. */
export function EvidenceSteps({ actor }: { actor: Actor }) {
  const t = useTranslations("evidence");
  const tWatch = useTranslations("watch");
  return (
    <>
      {may(actor, "record evidence") && (
        <ButtonLink kind="primary" href="/evidence/new">
          {t("new")}
        </ButtonLink>
      )}
      {may(actor, "watch a page") && (
        <ButtonLink kind="secondary" href="/watches">
          {tWatch("title")}
        </ButtonLink>
      )}
    </>
  );
}
