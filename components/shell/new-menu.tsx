import { useTranslations } from "#translations";
import { may } from "@/lib/workflow/policy";
import { NavItem } from "./nav-link";
import { FORMS } from "./places";
import type { Reader } from "./reader";

/** Opens the menu of what can be recorded, wherever on the page it stands. */
export function NewButton({ children, className }: { children: string; className: string }) {
  const t = useTranslations("shell");
  return (
    <button type="button" popoverTarget="new-menu" aria-label={t("new")} className={className}>
      {children}
    </button>
  );
}

export const mayRecord = (person: Reader) => FORMS.some(([, , permission]) => may(person, permission));

/** What this person may record, from every page in one step. */
export function NewMenu({ person }: { person: Reader }) {
  const t = useTranslations("shell");
  return (
    <div id="new-menu" popover="auto" className="top-menu max-md:bottom-14 max-md:top-auto">
      <ul>
        {FORMS.filter(([, , permission]) => may(person, permission)).map(([name, href]) => (
          <NavItem key={href} href={href}>
            {t(`newOf.${name}`)}
          </NavItem>
        ))}
      </ul>
    </div>
  );
}
