import { useTranslations } from "#translations";
import { AssessmentMark } from "@/components/claims/assessment-mark";
import { useKindName } from "@/components/history/kind-name";
import { RecordTitle } from "@/components/records/record-title";
import { StateBadge, StatusMark } from "@/components/ui/marks";
import type { RestingRecord } from "@/db/access/evidence/resting-records";
import type { Assessment } from "@/lib/records/claim";
import { isPublic } from "@/lib/records/editorial";
import type { StationStatus } from "@/lib/records/status";

/** Records that rest on an item in doubt, each with what is left of it without the item. */
export function RestingList({ records }: { records: readonly RestingRecord[] }) {
  return (
    <ul className="gap-x-12 lg:columns-2">
      {records.map((record) => (
        <li key={record.id} className="break-inside-avoid border-b border-rule py-2">
          <p className="measure">
            <RecordTitle record={record} />
          </p>
          <WhatIsLeft record={record} />
        </li>
      ))}
    </ul>
  );
}

function WhatIsLeft({ record: { kind, state, grounds, left, word } }: { record: RestingRecord }) {
  const t = useTranslations("doubt");
  const kindName = useKindName();
  const isClaim = kind === "claim";
  return (
    <p className="flex flex-wrap items-baseline gap-x-2 text-sm text-muted">
      <span>{kindName(kind)}</span>
      {!isPublic(state) && <StateBadge state={state} />}
      <span className={left === 0 ? "font-semibold text-danger" : ""}>
        {t(isClaim ? "leftOfClaim" : "left", { grounds, left })}
      </span>
      {word && word.now !== word.after && (
        <span>
          {t(isClaim ? "assessedThen" : "statusThen")}{" "}
          {isClaim ? (
            <AssessmentMark assessment={word.after as Assessment} />
          ) : (
            <StatusMark status={word.after as StationStatus} />
          )}
        </span>
      )}
    </p>
  );
}
