import type { EditedRecord } from "@/components/records/edited";
import type { RecordSnapshot } from "@/db/access/records/record-snapshot";
import { isPublic, type RecordKind } from "@/lib/records/editorial";
import { flatFields } from "@/lib/records/rows";

/** What a form begins with: a published record is changed by a proposal, any other in place. */
export function editedRecord(kind: RecordKind, record: RecordSnapshot<RecordKind>): EditedRecord {
  const input = record.input as Readonly<Record<string, unknown>>;
  const { slug, version } = record;
  if (!isPublic(record.state)) return { slug, version, input };
  const typed = flatFields(input);
  return { slug, version, input, proposal: { kind, slug: null, version, typed, reason: null, correctionNote: null } };
}
