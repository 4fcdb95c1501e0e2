import type { RecordKind } from "../records/editorial";
import type { Actor, Role } from "./actor";

const DESK = ["reporter", "editor", "admin"] as const;
const EDITORS = ["editor", "admin"] as const;
const EVERYONE = ["reporter", "editor", "manager", "admin"] as const;

/** Who may do what. A permission is an English verb phrase, so that a refusal can say it. */
export const GRANTS = {
  "read published records": EVERYONE,
  "read drafts": DESK,
  "read the history": DESK,
  "read the workload": EVERYONE,
  "read the workload of each person": ["admin"],
  "record a station": DESK,
  "record an organization": DESK,
  "record evidence": DESK,
  "record a claim": DESK,
  "record a response": DESK,
  "record an event": DESK,
  "record a status report": DESK,
  "record a reply request": DESK,
  "record coverage of a country": DESK,
  "submit a record for review": DESK,
  "open an original file": DESK,
  "redact a file": EDITORS,
  "release a redacted copy": EDITORS,
  "grade an organization": EDITORS,
  "assess a claim": EDITORS,
  "request changes to a record": EDITORS,
  "approve a record": EDITORS,
  "reject a proposal": EDITORS,
  "publish a record": EDITORS,
  "read the discussion": DESK,
  "write a comment": DESK,
  "watch a page": DESK,
  "take on work": DESK,
  "plan the work of others": EDITORS,
  "unpublish a record": EDITORS,
  "retract a record": EDITORS,
  "reopen a record": EDITORS,
  "waive a reply": EDITORS,
  "annotate the timeline": EDITORS,
  "approve an annotation": EDITORS,
  "move a record to the trash": DESK,
  "verify the history": ["admin"],
  "erase content": ["admin"],
  "see accounts": ["admin"],
  "change accounts": ["admin"],
} as const satisfies Record<string, readonly Role[]>;

/** Who may do it, in the order of ROLES. */
export const rolesThatMay = (permission: Permission): readonly Role[] => GRANTS[permission];

export type Permission = keyof typeof GRANTS;

export function may(actor: Pick<Actor, "role">, permission: Permission): boolean {
  return (GRANTS[permission] as readonly Role[]).includes(actor.role);
}

/** The permission that writing a kind takes. */
export const WRITE_PERMISSIONS = {
  organization: "record an organization",
  station: "record a station",
  evidence: "record evidence",
  claim: "record a claim",
  response: "record a response",
  event: "record an event",
  status_report: "record a status report",
  reply_request: "record a reply request",
  coverage: "record coverage of a country",
} as const satisfies Record<RecordKind, Permission>;
