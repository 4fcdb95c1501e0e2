import type { ReactNode } from "react";
import { useTranslations } from "#translations";

/** The fields of a form in two columns from 1024 px on, below each other before that. */
export function FormColumns({ left, right }: { left: ReactNode; right: ReactNode }) {
  return (
    <div className="grid items-start gap-x-10 gap-y-4 lg:grid-cols-[3fr_2fr]">
      <div className="flex min-w-0 flex-col gap-4">{left}</div>
      <div className="flex min-w-0 flex-col gap-4 lg:border-l lg:border-rule lg:pl-10">{right}</div>
    </div>
  );
}

type MoreProps = {
  /** What stands inside, in a few words. */
  holds: string;
  /** Something in there is filled in, or wrong. */
  isOpen: boolean;
  children: ReactNode;
};

/** The parts of a form that few need, folded. */
export function MoreFields({ holds, isOpen, children }: MoreProps) {
  const t = useTranslations("form");
  return (
    <details open={isOpen} className="border-t border-rule pt-3">
      <summary className="text-accent">
        <span className="font-semibold">{t("more")}</span>
        <span className="text-sm text-muted">: {holds}</span>
      </summary>
      <div className="mt-3 grid items-start gap-x-10 gap-y-4 lg:grid-cols-2">{children}</div>
    </details>
  );
}
