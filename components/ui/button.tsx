import type { ComponentProps } from "react";
import { PlainLink } from "@/components/ui/link";

export type ButtonKind = "primary" | "secondary" | "quiet" | "danger";

const KINDS: Record<ButtonKind, string> = {
  primary: "button button-primary",
  secondary: "button button-secondary",
  quiet: "button button-quiet",
  danger: "button button-danger",
};

/** A page has one primary button; red is for destructive steps. */
export function buttonClass(kind: ButtonKind = "secondary"): string {
  return KINDS[kind];
}

type Props<T> = Omit<T, "className"> & { kind?: ButtonKind };

export function Button({ kind, type = "button", ...rest }: Props<ComponentProps<"button">>) {
  return <button type={type} className={buttonClass(kind)} {...rest} />;
}

/** A link that reads as a step ("Record a station"). */
export function ButtonLink({ kind, ...rest }: Props<ComponentProps<typeof PlainLink>>) {
  return <PlainLink className={buttonClass(kind)} {...rest} />;
}
