"use client";

import type { ReactNode } from "react";
import { useTranslations } from "#translations";
import { SavedViews, type SavedViewsProps } from "./saved-views";

/** The menu of a list's saved views. */
export function SavedViewsMenu({ children, ...props }: SavedViewsProps & { children?: ReactNode }) {
  const t = useTranslations("common");
  return (
    <details className="list-menu" name="nav-menu">
      <summary className="button button-secondary">
        {t("views")} <span aria-hidden="true">▾</span>
      </summary>
      <div>
        <SavedViews {...props} />
        {children}
      </div>
    </details>
  );
}
