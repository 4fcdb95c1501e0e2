import type { ReactNode } from "react";
import { useLocaleCode } from "#translations";
import { type Catalogue, messages, type Namespace } from "@/lib/messages";
import { isCarried } from "./shell/carried-namespaces";
import { MessagesProvider } from "./translations-client";

type Props = { of: readonly Namespace[]; children: ReactNode };

/**
 * Server component: sends the browser the words of the named namespaces, and no others, for the islands inside. Those that
 * every page has may be named, and are not sent.
 */
export function Messages({ of, children }: Props) {
  const locale = useLocaleCode();
  const sent = of.filter((namespace) => !isCarried(namespace));
  const catalogue: Partial<Catalogue> = Object.fromEntries(
    sent.map((namespace) => [namespace, messages[namespace][locale]]),
  );
  return (
    <MessagesProvider locale={locale} catalogue={catalogue}>
      {children}
    </MessagesProvider>
  );
}
