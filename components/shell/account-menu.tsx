import { useTranslations } from "#translations";
import { may } from "@/lib/workflow/policy";
import { SignOutForm } from "../drafts/sign-out-form";
import { Button } from "../ui/button";
import { NavItem } from "./nav-link";
import { OWN } from "./places";
import { type Appearance, DensityChoices, LanguageChoices, ThemeChoices } from "./preferences";
import type { Reader } from "./reader";

type Props = {
  person: Reader;
  appearance: Appearance;
  choose: (form: FormData) => Promise<void>;
};

/** A native popover: opens, closes and gives the focus back without our JavaScript. */
export function AccountMenu({ person, appearance, choose }: Props) {
  const t = useTranslations("shell");
  const common = useTranslations("common");
  return (
    <>
      <button
        type="button"
        popoverTarget="account-menu"
        aria-label={t("accountOf", { name: person.name })}
        className="account-button"
      >
        {initials(person.name)}
      </button>
      <div id="account-menu" popover="auto" className="top-menu account-menu">
        <p>{person.name}</p>
        <p>{`${common(`role.${person.role}`)} · ${person.email}`}</p>
        <ul>
          {OWN.filter(([, , permission]) => may(person, permission)).map(([name, href]) => (
            <NavItem key={href} href={href}>
              {t(`nav.${name}`)}
            </NavItem>
          ))}
        </ul>
        <form action={choose}>
          <LanguageChoices />
          <ThemeChoices theme={appearance.theme} />
          <DensityChoices density={appearance.density} />
        </form>
        <SignOutForm person={person.id}>
          <Button type="submit">{t("signOut")}</Button>
        </SignOutForm>
      </div>
    </>
  );
}

const initials = (name: string) =>
  name
    .split(/\s+/)
    .map((word) => word.charAt(0))
    .filter((letter, index, all) => letter && (index === 0 || index === all.length - 1))
    .join("")
    .toUpperCase();
