import { usePathname } from "next/navigation";
import { useFormat, useTranslations } from "#translations";
import type { DossierCounts } from "@/db/access/figures/dossier-counts";
import type { WorkCounts } from "@/db/access/queue/work-counts";
import { may } from "@/lib/workflow/policy";
import { isAt, NavItem } from "./nav-link";
import { NavMenu } from "./nav-menu";
import { DOSSIER, EXPLORE, WORK } from "./places";
import type { Reader } from "./reader";

/** How much of each kind is on file, as it is read. */
export type WrittenCounts = Readonly<Record<keyof DossierCounts, string>>;
type Props = { person: Reader; work: WorkCounts | null; counts: WrittenCounts | null };

/** Where this person may go: one overview, what is on file, ways to look at it, and the desk's work. */
export function Navigation({ person, work, counts }: Props) {
  const t = useTranslations("shell");
  return (
    <nav aria-label={t("mainNavigation")}>
      <ul className="nav-places">
        <NavItem href="/">{t("nav.overview")}</NavItem>
        <PlacesMenu name="dossier" places={DOSSIER} counts={counts} />
        <PlacesMenu name="explore" places={EXPLORE} counts={null} />
        {WORK.filter(([, , , permission]) => may(person, permission)).map(([name, href]) => (
          <NavItem key={href} href={href}>
            {t(`nav.${name}`)}
            {work && <WorkCount {...COUNTS[name](work)} />}
          </NavItem>
        ))}
      </ul>
    </nav>
  );
}

const COUNTS = {
  queue: ({ inReview }: WorkCounts) => ({ what: "inReview", count: inReview }) as const,
  replies: ({ overdue }: WorkCounts) => ({ what: "overdue", count: overdue }) as const,
};

/** What waits there; nothing where nothing does. */
function WorkCount({ what, count }: { what: "inReview" | "overdue"; count: number }) {
  const t = useTranslations("shell");
  const format = useFormat();
  if (count === 0) return null;
  return (
    <span className={what === "overdue" ? "nav-count text-danger" : "nav-count"}>
      <span aria-hidden="true">
        {format.number(count)}
        {what === "overdue" && "!"}
      </span>
      <span className="sr-only">{t(what, { count })}</span>
    </span>
  );
}

type Named = (typeof DOSSIER | typeof EXPLORE)[number];

type MenuProps = { name: "dossier" | "explore"; places: readonly Named[]; counts: WrittenCounts | null };

function PlacesMenu({ name, places, counts }: MenuProps) {
  const t = useTranslations("shell");
  const pathname = usePathname();
  return (
    <li>
      {/* Another one on each page: closed again, once one has gone where it led. */}
      <NavMenu key={pathname} label={t(`nav.${name}`)} isHere={places.some(([, href]) => isAt(pathname, href))}>
        {places.map(([place, href]) => (
          <NavItem key={href} href={href}>
            {t(`nav.${place}`)}
            {counts && place in counts && <span className="nav-count">{counts[place as keyof WrittenCounts]}</span>}
          </NavItem>
        ))}
      </NavMenu>
    </li>
  );
}
