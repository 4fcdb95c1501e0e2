"use client";

import { useTranslations } from "#translations";
import { Button } from "@/components/ui/button";

type Props = {
  /** Above 1 shows more detail. */
  onZoom: (factor: number) => void;
  /** Share of the view; above 0 shows later days. */
  onPan: (share: number) => void;
  onWhole: () => void;
};

/** What fingers and keys do, as buttons. */
export function ExplorerControls({ onZoom, onPan, onWhole }: Props) {
  const t = useTranslations("explorer");
  const sign = (label: string, shape: string, act: () => void) => (
    <Button aria-label={label} title={label} onClick={act}>
      <span aria-hidden="true">{shape}</span>
    </Button>
  );
  return (
    <div className="flex flex-wrap gap-2">
      {sign(t("zoomIn"), "+", () => onZoom(2))}
      {sign(t("zoomOut"), "−", () => onZoom(0.5))}
      {sign(t("earlier"), "←", () => onPan(-0.5))}
      {sign(t("later"), "→", () => onPan(0.5))}
      <Button onClick={onWhole}>{t("whole")}</Button>
    </div>
  );
}
