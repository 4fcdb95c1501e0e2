import { useTranslations } from "#translations";
import { useFormatCount } from "@/components/ui/use-format-count";
import { MOST_NOTICES } from "@/lib/records/notice";
import { NavLink } from "./nav-link";

/** The way to the notices, with how many were not read. */
export function InboxLink({ unread }: { unread: number }) {
  const t = useTranslations("shell");
  const formatCount = useFormatCount();
  return (
    <NavLink href="/inbox" className="nav-link">
      <span className="sr-only">
        {t("nav.inbox")} {unread > 0 && t("unread", { count: unread })}
      </span>
      <span aria-hidden="true" className="inbox-sign">
        <svg aria-hidden="true" viewBox="0 0 20 20">
          <path d="M10 3a5 5 0 0 0-5 5v3l-1.5 3h13L15 11V8a5 5 0 0 0-5-5Zm-2 13a2 2 0 0 0 4 0" />
        </svg>
        {unread > 0 && (
          <span className="absolute -right-1 -top-0.5 rounded-full bg-accent px-1.5 text-xs text-accent-ink">
            {formatCount(unread, unread >= MOST_NOTICES)}
          </span>
        )}
      </span>
    </NavLink>
  );
}
