import { useTranslations } from "#translations";
import { DataTable } from "@/components/ui/data-table";
import { Link } from "@/components/ui/link";
import type { Summary } from "@/db/access/figures/summary";
import { onlyValues, recordsBehind } from "@/lib/charts/records-behind";
import { dashboardFilter } from "@/lib/filters/dashboard-filter";
import type { QueueView } from "@/lib/filters/queue-filter";
import { RECORD_KINDS, type RecordKind } from "@/lib/records/editorial";
import { GATE_REASONS } from "@/lib/workflow/gate";
import { WAITING_STATES, type WaitingState } from "@/lib/workflow/waiting-states";
import { CountLink } from "./count-link";

type Props = {
  waiting: NonNullable<Summary["waiting"]>;
  /** Annotations of the timeline, for who may approve them. */
  annotations: number;
  /** Records and proposals in nobody's hands. */
  unassigned: number;
};

const waitingHref = (only: Partial<QueueView>) => recordsBehind("waiting", dashboardFilter.absent, only);

/** How many records wait, by kind and state, and what keeps those in review. */
export function WaitingWork({ waiting: { counts, reasons, isLeast }, annotations, unassigned }: Props) {
  const t = useTranslations("overview");
  const common = useTranslations("common");
  const record = useTranslations("record");
  const states = WAITING_STATES.filter((state) => counts.some((row) => row.state === state));
  const kinds = RECORD_KINDS.filter((kind) => counts.some((row) => row.kind === kind));
  const of = (kind: RecordKind, state: WaitingState) =>
    counts.find((row) => row.kind === kind && row.state === state)?.count ?? 0;
  return (
    <section aria-labelledby="waits">
      <h2 id="waits">{t("waitsTitle")}</h2>
      {kinds.length === 0 ? (
        <p className="text-muted">{t("waitsNone")}</p>
      ) : (
        <>
          <DataTable
            caption={t("waitsTitle")}
            rows={kinds}
            rowKey={(kind) => kind}
            columns={[
              { key: "kind", header: t("records"), heading: true, cell: (kind) => record(`kindName.${kind}`) },
              ...states.map((state) => ({
                key: state,
                header: common(`state.${state}`),
                numeric: true,
                cell: (kind: RecordKind) => (
                  <CountLink
                    count={of(kind, state)}
                    href={waitingHref({ kind: onlyValues(kind), state: onlyValues(state) })}
                  />
                ),
              })),
            ]}
          />
          <Reasons reasons={reasons} isLeast={isLeast} />
          {unassigned > 0 && (
            <p className="mt-3 text-sm">
              <Link href={waitingHref({ who: "unassigned" })}>{t("waitsUnassigned", { count: unassigned })}</Link>
            </p>
          )}
          <p className="mt-3">
            <Link href="/queue">{t("toQueue")}</Link>
          </p>
        </>
      )}
      {annotations > 0 && (
        <p className="mt-3 text-sm">
          <Link href="/queue#annotations">{t("waitsAnnotations", { count: annotations })}</Link>
        </p>
      )}
    </section>
  );
}

function Reasons({ reasons, isLeast }: Pick<Props["waiting"], "reasons" | "isLeast">) {
  const t = useTranslations("overview");
  const gate = useTranslations("gate");
  const open = GATE_REASONS.filter((reason) => reasons[reason] > 0);
  if (open.length === 0) return null;
  return (
    <>
      <h3 className="mt-4 text-base">{t("waitsReasons")}</h3>
      <p className="text-xs text-muted">{t("waitsReasonsHint")}</p>
      <ul className="mt-1 text-sm">
        {open.map((reason) => (
          <li key={reason} className="flex justify-between gap-4 border-b border-rule py-1">
            <span>{gate(`short.${reason}`)}</span>
            <CountLink
              count={reasons[reason]}
              isLeast={isLeast}
              href={waitingHref({ reason: onlyValues(reason), state: onlyValues("in_review") })}
            />
          </li>
        ))}
      </ul>
    </>
  );
}
