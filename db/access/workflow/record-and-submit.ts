import type { RecordKind } from "@/lib/records/editorial";
import type { Actor } from "@/lib/workflow/actor";
import { requirePermission } from "@/lib/workflow/require-permission";
import { transaction } from "../../client";
import type { WrittenRecord } from "../records";
import { transitionAll } from "./transitions";

/**
 * Makes of what records something new what records it and submits it for review, in one transaction.
 * The new row is nobody else's yet: no lock is waited for behind the chain's (decision 31).
 */
export const recordingAndSubmitting =
  <Input>(kind: RecordKind, record: (actor: Actor, input: Input) => Promise<WrittenRecord>) =>
  async (actor: Actor, input: Input): Promise<WrittenRecord> => {
    requirePermission(actor, "submit a record for review");
    return transaction(async (tx) => {
      const written = await record(actor, input);
      await transitionAll(tx, actor, kind, [written.slug], "submit");
      return { ...written, version: written.version + 1 };
    });
  };
