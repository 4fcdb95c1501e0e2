import { notesOf } from "./desk-remarks";
import { citedBy, type Planning } from "./planning";

/** Each row becomes an event. */
export function planEvents(planning: Planning): void {
  const { plan, dossier, held } = planning;
  for (const { row, line } of dossier.events) {
    const content = {
      title: row.title,
      kind: row.kind,
      occurred: row.occurred_on,
      country: row.country_iso2,
      summary: row.summary,
      evidence: citedBy(planning, row.id, row.source_ids),
      ...notesOf(row.notes),
    };
    plan.add("event", row.id, content, { from: { file: "events.csv", line }, held: held(row.id) });
  }
}
