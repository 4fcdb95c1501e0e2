import type { ReactNode } from "react";
import { useTranslations } from "#translations";

/** The fields of a form in two columns where it has the room of a page of 1024 px, below each other where it has less. */
export function FormColumns({ left, right }: { left: ReactNode; right: ReactNode }) {
  return (
    <div className="@container">
      <div className="grid items-start gap-x-10 gap-y-4 @min-[58rem]:grid-cols-[3fr_2fr]">
        <div className="flex min-w-0 flex-col gap-4">{left}</div>
        <div className="flex min-w-0 flex-col gap-4 @min-[58rem]:border-l @min-[58rem]:border-rule @min-[58rem]:pl-10">
          {right}
        </div>
      </div>
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
