import { useWords } from "#words";
import type { Person } from "@/lib/actor";
import { may, type Permission } from "@/lib/policy";
import { NavLink } from "./nav-link";

const PLACES = [
  ["overview", "/"],
  ["stations", "/stations"],
  ["evidence", "/evidence"],
  ["claims", "/claims"],
  ["responses", "/responses"],
  ["countries", "/countries"],
  ["timeline", "/timeline"],
  ["organizations", "/organizations"],
  ["events", "/events"],
  ["corrections", "/corrections"],
  ["queue", "/queue", "read drafts"],
  ["history", "/history", "verify the history"],
] as const satisfies readonly (readonly [string, string, Permission?])[];

/** Where this person may go. */
export function Navigation({ person, className, label }: { person: Person; className: string; label: string }) {
  const t = useWords("shell");
  const places = PLACES.filter(([, , permission]) => !permission || may(person, permission));
  return (
    <nav aria-label={label}>
      <ul className={className}>
        {places.map(([name, href]) => (
          <li key={href}>
            <NavLink href={href}>{t(`nav.${name}`)}</NavLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}
