import type { ReactNode } from "react";
import { useTranslations } from "#translations";
import type { ListName } from "@/lib/records/list-file";

type Props = {
  list: ListName;
  /** The view as the address writes it. */
  query: string;
  /** Whether this reader may take files along. */
  hasFiles: boolean;
  children?: ReactNode;
};

const FORMATS = ["csv", "json", "bag"] as const;

/** What can be done with a list as a whole. It opens without JavaScript. */
export function ListMenu({ list, query, hasFiles, children }: Props) {
  const t = useTranslations("filter");
  const href = (format: string) => `/api/v1/lists/${list}?${query ? `${query}&` : ""}format=${format}`;
  return (
    <details className="list-menu" name="nav-menu">
      <summary className="button button-secondary" aria-label={t("menu")} title={t("menu")}>
        ⋯
      </summary>
      <div>
        {children}
        <p className="text-xs text-muted">{t("exportLead")}</p>
        <ul>
          {FORMATS.filter((format) => format !== "bag" || hasFiles).map((format) => (
            <li key={format}>
              <a className="quiet-link inline-block py-1" href={href(format)} download>
                {t(format)}
              </a>
            </li>
          ))}
        </ul>
      </div>
    </details>
  );
}
