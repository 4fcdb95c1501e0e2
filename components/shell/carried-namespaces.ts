import type { Namespace } from "@/lib/messages";

/** What `EveryPage` carries in both languages. */
const CARRIED_NAMESPACES = ["common", "draft", "form", "shell", "toast"] as const satisfies readonly Namespace[];
export type CarriedNamespace = (typeof CARRIED_NAMESPACES)[number];

export const isCarried = (namespace: Namespace): namespace is CarriedNamespace =>
  (CARRIED_NAMESPACES as readonly Namespace[]).includes(namespace);
