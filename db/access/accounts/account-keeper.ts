import type { Actor } from "@/lib/workflow/actor";
import { requirePermission } from "@/lib/workflow/require-permission";

/** Somebody at the machine's own console, who owns the database anyway: makes the first admin. */
export const CONSOLE = "console";

export type AccountKeeper = Actor | typeof CONSOLE;

export function requireAccountPermission(by: AccountKeeper, permission: "see accounts" | "change accounts"): void {
  if (by !== CONSOLE) requirePermission(by, permission);
}
