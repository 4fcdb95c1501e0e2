import type { Locale } from "./locale";
import { messages } from "./messages";
import type { Refusal } from "./outcome";
import { wordsFor } from "./words";

type Key = Exclude<keyof (typeof messages.refusal)["en"], "may">;
type Permission = keyof (typeof messages.refusal)["en"]["may"];

const isKey = (key: string): key is Key => key !== "may" && key in messages.refusal.en;
const isPermission = (value: string | undefined): value is Permission =>
  value !== undefined && value in messages.refusal.en.may;

/** A refusal as a sentence for the reader: "Een manager mag geen reactie vastleggen." */
export function refusalSentence({ message, detail }: Refusal, locale: Locale): string {
  const words = wordsFor(locale, "refusal");
  if (!isKey(detail.key)) return message;
  const { permission, ...values } = detail.values ?? {};
  if (detail.key === "forbidden" && !isPermission(permission)) return message;
  return words(detail.key, isPermission(permission) ? { ...values, permission: words(`may.${permission}`) } : values);
}
