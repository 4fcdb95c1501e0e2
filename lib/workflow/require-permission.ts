import type { Actor } from "./actor";
import { may, type Permission } from "./policy";
import { Refusal } from "./refusal";

/** @throws Refusal "forbidden", whose message reads "A manager may not record an official answer. Who may: …" */
export function requirePermission(actor: Pick<Actor, "role">, permission: Permission): void {
  if (!may(actor, permission)) throw Refusal.forbidden(actor.role, permission);
}
