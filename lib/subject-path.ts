import type { RecordKind, SubjectKind } from "./editorial";
import { recordPath } from "./record-path";

type Named = {
  readonly kind: SubjectKind;
  readonly slug: string;
  readonly on?: string | null;
  readonly title?: string;
};

/** The page where a record or a proposal can be read; null when it stands on none that this reader may see. */
export const subjectPath = ({ kind, ...named }: Named): string | null =>
  kind === "proposal" ? `/proposals/${named.slug}` : recordPath({ kind: kind as RecordKind, ...named });
