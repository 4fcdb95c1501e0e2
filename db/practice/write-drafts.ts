import { claimInput } from "@/lib/records/claim";
import { evidenceInput } from "@/lib/records/evidence";
import type { Actor } from "@/lib/workflow/actor";
import { recordOne } from "../access/record-one";
import { transitionRecord } from "../access/workflow/transitions";

/** Two drafts, and two records that wait for an editor: one that may be approved, one that the checklist stops. */
export async function writeDrafts(reporter: Actor): Promise<void> {
  const record = (slug: string, input: Readonly<Record<string, unknown>>) =>
    recordOne(reporter, "evidence", { slug, input: evidenceInput.parse(input) });
  await record("src-draft-video", {
    title: "Video of the door in Oudemolen, eleven minutes",
    kind: "video",
    published: "2025-11-10",
    language: "nl",
    countries: ["NL"],
    stations: ["nl-oudemolen"],
    sharing: "AMBER",
    credibility: "3",
  });
  await record("src-draft-lease", {
    title: "Lease of the room above the chandlery",
    kind: "document",
    published: "2024-08",
    language: "en",
    countries: ["CA"],
    stations: ["ca-fogbank-harbour"],
    sharing: "RED",
    credibility: "2",
  });
  await record("src-review-article", {
    title: "„Wir lesen nur vor“: ein Abend in Nebelbrück",
    kind: "article",
    publisher: "kustenblatt",
    published: "2025-11-18",
    language: "de",
    url: "https://kuestenblatt.example.org/2025/11/18/abend",
    countries: ["DE"],
    stations: ["de-nebelbrueck"],
    credibility: "3",
  });
  await transitionRecord(reporter, "evidence", "src-review-article", "submit");
  const claim = claimInput.parse({
    proposition: "Presence, Oudemolen – somebody filmed two people in uniform at the door",
    subject: "presence",
    scope: "station",
    country: "NL",
    station: "nl-oudemolen",
    asserted: "2025-11-10",
    stances: [{ evidence: "src-draft-video", stance: "supports", derivation: "original" }],
  });
  await recordOne(reporter, "claim", { slug: "clm-review-video", input: claim });
  await transitionRecord(reporter, "claim", "clm-review-video", "submit");
}
