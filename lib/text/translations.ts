import { type Catalogue, messages, type Namespace } from "../messages";
import type { Locale } from "./locale";
import { createNamespaceTranslator, type Translator } from "./translator";

const translators = new Map<string, unknown>();

/** The words of a namespace in a language, for code outside a rendering (actions, routes, commands). */
export function getTranslations<N extends Namespace>(locale: Locale, namespace: N): Translator<N> {
  const key = `${locale}:${namespace}`;
  const known = translators.get(key) as Translator<N> | undefined;
  if (known) return known;
  const made = createNamespaceTranslator<N>(locale, messages[namespace][locale] as Catalogue[N]);
  translators.set(key, made);
  return made;
}
