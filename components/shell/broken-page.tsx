"use client";

import { useEffect, useRef } from "react";
import { useTranslations } from "#translations";
import { Button, ButtonLink } from "../ui/button";

export type Broken = { error: Error & { digest?: string }; reset: () => void };

/** A page that failed: never drawn as an empty one. */
export function BrokenPage({ error, reset }: Broken) {
  const t = useTranslations("shell");
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const away = error.digest === "UNAVAILABLE";
  return (
    <div role="alert" className="measure flex flex-col gap-4">
      <h1 ref={heading} tabIndex={-1}>
        {t(away ? "unavailableTitle" : "errorTitle")}
      </h1>
      <p>{t(away ? "unavailableLead" : "errorLead")}</p>
      {error.digest && !away && <p className="text-sm text-muted">{t("errorCode", { code: error.digest })}</p>}
      <div className="flex gap-2">
        <Button kind="primary" onClick={reset}>
          {t("tryAgain")}
        </Button>
        <ButtonLink href="/">{t("toOverview")}</ButtonLink>
      </div>
    </div>
  );
}
