import { dayOf } from "@/lib/dates/days";
import { Register } from "./organizations";
import { DossierPlan } from "./plan";
import { planClaims } from "./plan-claims";
import { planEvents } from "./plan-events";
import { planEvidence } from "./plan-evidence";
import { noteAlike } from "./plan-likeness";
import { planResponses } from "./plan-responses";
import { planStations } from "./plan-stations";
import { planStatusReports } from "./plan-status-reports";
import type { Planning } from "./planning";
import type { Dossier } from "./read";

/** Turns a dossier's rows into the records that they make. Its `problems` say which rows don't make one. */
export function planDossier(dossier: Dossier, today = dayOf(new Date())): DossierPlan {
  const plan = new DossierPlan(today);
  const register = new Register(dossier.organizations);
  const reasons = new Map(dossier.holds.map(({ row }) => [row.id, row.reason]));
  const planning: Planning = { plan, dossier, register, held: (id) => reasons.get(id) ?? null };

  const publications = planEvidence(planning);
  planStations(planning);
  const attributions = planClaims(planning, publications);
  planResponses(planning, attributions);
  planEvents(planning);
  planStatusReports(planning);

  for (const { slug, line, name, kind, country, alternateNames, reliability } of register.used.values()) {
    const content = { name, kind, country, alternateNames: [...alternateNames], reliability };
    plan.add("organization", slug, content, { from: { file: "organizations.csv", line }, held: null });
  }
  noteAlike(plan);
  plan.problems.push(...register.problems);
  return plan;
}
