import { useFormat, useTranslations } from "#translations";
import type { Person } from "@/lib/workflow/actor";
import { may, type Permission } from "@/lib/workflow/policy";
import { NavLink } from "./nav-link";

const PLACES = [
  ["overview", "/"],
  ["summary", "/summary"],
  ["stations", "/stations"],
  ["evidence", "/evidence"],
  ["claims", "/claims"],
  ["responses", "/responses"],
  ["replies", "/replies", "read drafts"],
  ["countries", "/countries"],
  ["charts", "/charts"],
  ["map", "/map"],
  ["timeline", "/timeline"],
  ["organizations", "/organizations"],
  ["events", "/events"],
  ["corrections", "/corrections"],
  ["queue", "/queue", "read drafts"],
  ["inbox", "/inbox", "read the discussion"],
  ["history", "/history", "verify the history"],
] as const satisfies readonly (readonly [string, string, Permission?])[];

type Props = {
  person: Person;
  /** Notices that they have not read. */
  unread: number;
};

/** Where this person may go. */
export function Navigation({ person, unread }: Props) {
  const t = useTranslations("shell");
  const format = useFormat();
  const places = PLACES.filter(([, , permission]) => !permission || may(person, permission));
  return (
    <nav aria-label={t("mainNavigation")}>
      <ul>
        {places.map(([name, href]) => (
          <li key={href}>
            <NavLink href={href}>
              {t(`nav.${name}`)}
              {name === "inbox" && unread > 0 && (
                <>
                  {" "}
                  <span aria-hidden="true" className="rounded-sm bg-accent px-1.5 text-xs text-accent-ink">
                    {format.number(unread)}
                  </span>
                  <span className="sr-only">{t("unread", { count: unread })}</span>
                </>
              )}
            </NavLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}
