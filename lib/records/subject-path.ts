import type { SubjectKind } from "./editorial";
import { workPath } from "./record-path";

/** The page where the desk discusses a record or a proposal. */
export const subjectPath = ({ kind, slug }: { readonly kind: SubjectKind; readonly slug: string }): string =>
  kind === "proposal" ? `/proposals/${slug}` : workPath(kind, slug);
