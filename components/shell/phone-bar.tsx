import { useTranslations } from "#translations";
import { may } from "@/lib/workflow/policy";
import { NavLink } from "./nav-link";
import { mayRecord, NewButton } from "./new-menu";
import type { Reader } from "./reader";

/** On a phone the places that are gone to most stand where the thumb is. */
export function PhoneBar({ person }: { person: Reader }) {
  const t = useTranslations("shell");
  return (
    <nav aria-label={t("phoneNavigation")} className="phone-bar">
      <NavLink href="/">{t("nav.overview")}</NavLink>
      <NavLink href="/search" data-palette="">
        {t("search")}
      </NavLink>
      {mayRecord(person) && <NewButton className="text-2xl">+</NewButton>}
      {may(person, "read drafts") && <NavLink href="/queue">{t("nav.queue")}</NavLink>}
      <button type="button" popoverTarget="site-menu">
        {t("menu")}
      </button>
    </nav>
  );
}
