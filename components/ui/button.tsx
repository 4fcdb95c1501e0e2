import type { ComponentProps } from "react";
import { PlainLink } from "@/components/ui/link";

export type ButtonKind = "primary" | "secondary" | "quiet" | "danger";

const KINDS: Record<ButtonKind, string> = {
  primary: "border-accent bg-accent text-accent-ink hover:opacity-90",
  secondary: "border-rule-strong bg-raised text-ink hover:bg-sunken",
  quiet: "border-transparent bg-transparent text-accent hover:bg-sunken",
  danger: "border-danger bg-danger text-danger-ink hover:opacity-90",
};

/** A page has one primary button; red is for destructive steps. */
export function buttonClass(kind: ButtonKind = "secondary"): string {
  return `inline-flex min-h-10 items-center justify-center gap-2 rounded-sm border px-4 py-1.5 text-base font-semibold leading-tight no-underline transition-colors active:translate-y-px disabled:cursor-default disabled:opacity-60 ${KINDS[kind]}`;
}

type Props<T> = Omit<T, "className"> & { kind?: ButtonKind };

export function Button({ kind, type = "button", ...rest }: Props<ComponentProps<"button">>) {
  return <button type={type} className={buttonClass(kind)} {...rest} />;
}

/** A link that reads as a step ("Record a station"). */
export function ButtonLink({ kind, ...rest }: Props<ComponentProps<typeof PlainLink>>) {
  return <PlainLink className={buttonClass(kind)} {...rest} />;
}
