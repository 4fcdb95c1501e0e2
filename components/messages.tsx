import type { ReactNode } from "react";
import { useLocaleCode } from "#translations";
import { type Catalogue, messages, type Namespace } from "@/lib/messages";
import { MessagesProvider } from "./translations-client";

/** Server component: sends the browser the words of the named namespaces, and no others, for the islands inside. */
export function Messages({ of, children }: { of: readonly Namespace[]; children: ReactNode }) {
  const locale = useLocaleCode();
  const catalogue: Partial<Catalogue> = Object.fromEntries(
    of.map((namespace) => [namespace, messages[namespace][locale]]),
  );
  return (
    <MessagesProvider locale={locale} catalogue={catalogue}>
      {children}
    </MessagesProvider>
  );
}
