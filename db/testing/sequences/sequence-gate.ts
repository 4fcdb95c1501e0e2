import { type CheckRule, type Life, OUT } from "./sequence-life";
import type { PoolRow } from "./sequence-pool-rows";

/** Nobody answers in these sequences: what accuses needs a waiver. */
export function passesGate(row: PoolRow, life: Life, rule: CheckRule, lives: ReadonlyMap<string, Life>): void {
  const { snapshot } = life;
  const out = (kind: string, slug: unknown) =>
    [...lives.values()].find((other) => other.kind === kind && other.slug === slug && OUT.has(other.state));
  const waived = () => {
    rule(life.waiver, "nobody accused was heard, and nobody waived it");
    rule(row.detail?.ticked?.includes("answer_waived"), "that the answer was waived was not ticked");
  };
  if (life.kind === "evidence") {
    rule(snapshot.url, "there is no source");
    rule(out("organization", snapshot.publisher), "its publisher is not published");
  }
  if (life.kind === "station") {
    const citing = [...lives.values()].some(
      ({ kind, state, snapshot: item }) =>
        kind === "evidence" && OUT.has(state) && (item.stations as string[]).includes(life.slug),
    );
    rule(citing, "no published item is about it");
    rule(snapshot.latitude === null, "its place is exact, and nobody decided how it leaves the desk");
    waived();
  }
  if (life.kind === "claim") {
    const stances = snapshot.stances as { evidence: string }[];
    rule(stances.length > 0, "no item supports it");
    rule(
      stances.every(({ evidence }) => out("evidence", evidence)),
      "an item that it stands on is not published",
    );
    rule(out("station", snapshot.station), "its station is not published");
    rule(
      (snapshot.claimants as string[]).every((slug) => out("organization", slug)),
      "its claimant is not published",
    );
    if (snapshot.position === "asserts") waived();
  }
  if (life.kind === "status_report") {
    rule(out("evidence", snapshot.evidence), "what it rests on is not published");
    rule(out("station", snapshot.station), "its station is not published");
  }
}
