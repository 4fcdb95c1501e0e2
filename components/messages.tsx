import type { ReactNode } from "react";
import { useReading } from "#translations";
import { type Catalogue, messages, type Namespace } from "@/lib/messages";
import { MessagesProvider } from "./translations-client";

type Props = {
  of: readonly Namespace[];
  /** In the root layout: gives the newsroom's zone to all islands. */
  isOutermost?: boolean;
  children: ReactNode;
};

/** Server component: sends the browser the words of the named namespaces, and no others, for the islands inside. */
export function Messages({ of, isOutermost, children }: Props) {
  const { locale, zone } = useReading();
  const catalogue: Partial<Catalogue> = Object.fromEntries(
    of.map((namespace) => [namespace, messages[namespace][locale]]),
  );
  return (
    <MessagesProvider locale={locale} zone={isOutermost ? zone : undefined} catalogue={catalogue}>
      {children}
    </MessagesProvider>
  );
}
