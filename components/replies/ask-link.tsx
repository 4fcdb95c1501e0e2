import { useTranslations } from "#translations";
import { ButtonLink } from "@/components/ui/button";
import type { Actor } from "@/lib/workflow/actor";
import { may } from "@/lib/workflow/policy";

/** The way to a letter about this claim, for whoever may write one. */
export function AskLink({ actor, claim }: { actor: Actor; claim: string }) {
  const t = useTranslations("replyRequest");
  if (!may(actor, "record a reply request")) return null;
  return <ButtonLink href={`/replies/new?claim=${claim}`}>{t("write")}</ButtonLink>;
}
