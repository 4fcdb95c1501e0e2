import { dayOf } from "@/lib/dates/days";
import type { RecordKind } from "@/lib/records/editorial";
import { type Caution, cautionsOfInput, futureFields } from "@/lib/records/plausibility";
import { Invalid } from "@/lib/workflow/outcome";

type Content = Readonly<Record<string, unknown>>;
const todayInUtc = () => dayOf(new Date());

/** @throws Invalid for a date of what has happened that lies in the future: no slip of the year becomes the latest */
export function requirePast(kind: RecordKind, input: Content): void {
  const future = futureFields(kind, input, todayInUtc());
  if (future.length === 0) return;
  throw new Invalid(Object.fromEntries(future.map((field) => [field, "validation.inFuture"])));
}

/** What whoever wrote this is told of it at once, and whoever publishes it has to tick. */
export const warningsOf = (kind: RecordKind, input: Content): { readonly warnings?: readonly Caution[] } => {
  const warnings = cautionsOfInput(kind, input, todayInUtc());
  return warnings.length > 0 ? { warnings } : {};
};
