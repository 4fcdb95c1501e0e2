"use client";

import { lazy, Suspense } from "react";
import { useTranslations } from "#translations";
import { onceOpened } from "@/components/ui/once-opened";
import type { SavedViewsProps } from "./saved-views";

/** What the server drew stands there and works as plain forms; its script comes when the menu is opened. */
const SavedViews = lazy(() => onceOpened("views", () => import("./saved-views")));

/** The menu of a list's saved views. */
export function SavedViewsMenu(props: SavedViewsProps) {
  const t = useTranslations("common");
  return (
    <details className="list-menu" name="nav-menu" data-later="views">
      <summary className="button button-secondary">
        {t("views")} <span aria-hidden="true">▾</span>
      </summary>
      <div>
        <Suspense>
          <SavedViews {...props} />
        </Suspense>
      </div>
    </details>
  );
}
