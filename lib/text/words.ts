import { type Catalogue, messages, type Namespace } from "../messages";
import type { Locale } from "./locale";
import { translator, type Words } from "./translator";

const translators = new Map<string, unknown>();

/** The words of a namespace in a language, for code outside a rendering (actions, routes, commands). */
export function wordsFor<N extends Namespace>(locale: Locale, namespace: N): Words<N> {
  const key = `${locale}:${namespace}`;
  const known = translators.get(key) as Words<N> | undefined;
  if (known) return known;
  const made = translator<N>(locale, messages[namespace][locale] as Catalogue[N]);
  translators.set(key, made);
  return made;
}
