import { jsonRead } from "@/app/_server/boundary";
import { listEvidence } from "@/db/access/evidence";
import { encodeCursor } from "@/lib/cursor";
import { evidenceFilter } from "@/lib/evidence-filter";
import { Invalid } from "@/lib/outcome";

const MOST = 100;

/** The feed's view with its cursor; `limit` is 25 unless told, at most 100. */
export const GET = jsonRead(async (actor, { url }) => {
  const params = new URLSearchParams(url.searchParams);
  const limit = params.get("limit") ?? "25";
  params.delete("limit");
  const { value, problems } = evidenceFilter.parse(params);
  const errors = Object.fromEntries(
    problems.map(({ key, reason }) => [key, REASONS[reason] ?? "validation.invalid"]),
  );
  if (!/^\d{1,3}$/.test(limit) || Number(limit) < 1 || Number(limit) > MOST) errors.limit = "validation.invalid";
  if (Object.keys(errors).length > 0) throw new Invalid(errors);
  const { items, total, next } = await listEvidence(actor, { ...value, limit: Number(limit) });
  return { items, total, next: next && encodeCursor(next) };
});

const REASONS: Partial<Record<string, string>> = {
  unknownKey: "validation.unknownKey",
  unknownValue: "validation.choice",
};
