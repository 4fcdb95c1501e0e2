import { useTranslations } from "#translations";
import { ButtonLink } from "@/components/ui/button";
import type { Actor } from "@/lib/workflow/actor";
import { may } from "@/lib/workflow/policy";

type Props = { actor: Actor; about: "station" | "claim"; slug: string };

/** What the desk begins from a station's or a claim's page, with that filled in. */
export function BeginLinks({ actor, about, slug }: Props) {
  const t = useTranslations("station");
  const query = `${about}=${slug}`;
  return (
    <>
      {may(actor, "record a response") && (
        <ButtonLink href={`/responses/new?${query}`}>{t("recordAnswer")}</ButtonLink>
      )}
      {may(actor, "record a reply request") && (
        <ButtonLink href={`/replies/new?${query}`}>{t("askForReply")}</ButtonLink>
      )}
      {may(actor, "record evidence") && (
        <ButtonLink href={`/evidence/new?${query}`}>{t("recordEvidence")}</ButtonLink>
      )}
    </>
  );
}
