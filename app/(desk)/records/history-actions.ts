"use server";

import { z } from "zod";
import { formAction } from "@/app/_server/form-action";
import { eraseContent } from "@/db/access/history/erasures";
import { restoreVersion } from "@/db/access/history/restoring";
import { RECORD_KINDS } from "@/lib/records/editorial";
import { requiredText, version } from "@/lib/records/input";
import { LONGEST_REASON } from "@/lib/records/longest-reason";
import { historyPath } from "@/lib/records/record-path";
import { slug } from "@/lib/records/slug";
import { erasureInput } from "@/lib/workflow/erasure";

const restoring = z.object({
  kind: z.enum(RECORD_KINDS),
  slug,
  version,
  basedOn: version,
  reason: requiredText(LONGEST_REASON),
});

/** An earlier version again: of a draft at once, of a published record as a proposal. */
export const restoreVersionAction = formAction(
  restoring,
  (actor, { kind, ...restored }) => restoreVersion(actor, kind, restored),
  { done: (proposal, { kind, slug: name }) => (proposal ? `/proposals/${proposal}` : historyPath(kind, name)) },
);

/** An admin's lawful erasure; what is left of the history is where it ends. */
export const eraseContentAction = formAction(
  erasureInput,
  (actor, { kind, ...erasure }) => eraseContent(actor, kind, erasure),
  { done: (_hash, { kind, slug: name }) => historyPath(kind, name) },
);
