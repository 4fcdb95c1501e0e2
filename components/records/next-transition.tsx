import type { ReactNode } from "react";
import { useTranslations } from "#translations";
import type { GateLine } from "@/lib/workflow/gate";
import { Checklist } from "./checklist";

type Props = {
  /** Approving is this person's to do, and it is their own work: four eyes. */
  isBlocked: boolean;
  /** It waits for somebody else. */
  isWaiting: boolean;
  gate: readonly GateLine[];
  /** Nothing waits to be done: what could be done all the same stands there in a line. */
  isQuiet?: boolean;
  children: ReactNode;
};

/** What comes next for a record or a proposal, and what stands before it; in it the form that takes the step. */
export function NextTransition({ isBlocked, isWaiting, gate, isQuiet = false, children }: Props) {
  const t = useTranslations("workflow");
  if (isQuiet) {
    return (
      <section aria-label={t("title")} className="print:hidden">
        {children}
      </section>
    );
  }
  return (
    <section
      aria-label={t("title")}
      className="flex flex-col gap-3 border-l-4 border-caution bg-caution-soft px-4 py-3 print:hidden"
    >
      <p className="font-semibold">{t("title")}</p>
      {isBlocked && <p>{t("ownWork")}</p>}
      {isWaiting && <p>{t("waitsForApproval")}</p>}
      {gate.length > 0 && <Checklist lines={gate} />}
      {children}
    </section>
  );
}

/** What has to be ticked before the step that makes it public. */
export const gateWarningsOf = (gate: readonly GateLine[]) =>
  gate.flatMap((line) => (line.standing === "warns" ? [{ key: line.key, count: line.count }] : []));
