import { and, eq } from "drizzle-orm";
import { beforeAll, expect, test } from "vitest";
import { rangeOf } from "@/lib/figures/tally";
import { dashboardFilter } from "@/lib/filters/dashboard-filter";
import { VALUE_BOUNDS } from "@/lib/records/claim";
import { groupBy } from "@/lib/text/group-by";
import type { Actor } from "@/lib/workflow/actor";
import { claims } from "../../schema";
import { numbersFrom } from "../../testing/figure-writes";
import {
  makeActor,
  makeClaim,
  makeEvidence,
  makeOrganization,
  makeResponse,
  publishRecord,
} from "../../testing/make";
import { listCounts } from "../claims/counts";
import { claimsInFilter } from "../filters/filter-conditions";
import { figureRange, listMarksByCountry, listSomeMarksByCountry } from "./claim-figures";

const CLAIMS = 320;
const SEED = Number(process.env.FIGURES_SEED ?? 20_221_026);
const random = numbersFrom(SEED);
const one = <T>(of: readonly T[]): T => of[Math.floor(random() * of.length)] as T;
const filterOf = (query: string) => dashboardFilter.parse(new URLSearchParams(query)).value;
const actors = {} as Record<"reporter" | "manager", Actor>;

beforeAll(async () => {
  [actors.reporter, actors.manager] = [await makeActor("reporter"), await makeActor("manager")];
  const desk = actors.reporter;
  const evidence = (await makeEvidence(desk, { slug: "src-1" })).slug;
  await publishRecord("evidence", evidence);
  for (const slug of ["ngo", "paper", "ministry", "secret"]) await makeOrganization(desk, { slug, name: slug });
  for (const slug of ["ngo", "paper", "ministry"]) await publishRecord("organization", slug);
  const answer = await makeResponse(desk, { authority: "ministry", countries: ["IT", "NL"], evidence: [evidence] });
  await publishRecord("response", answer.slug);
  for (let made = 0; made < CLAIMS; made += 1) {
    const { slug } = await makeClaim(desk, {
      subject: "station_count",
      scope: "country",
      country: one(["IT", "NL"]),
      position: one(["asserts", "asserts", "asserts", "confirms", "denies", "retracts"]),
      valueNumber: one([1, 4, 11, 11]),
      valueBound: one([null, ...VALUE_BOUNDS]),
      claimants: one([["ngo"], ["ngo"], ["paper"], ["paper", "ngo"], ["ngo", "paper"], ["secret"], []]),
      relayedBy: one([null, null, null, "paper", "secret"]),
      asserted: one([
        "2022-09-12",
        "2022-12",
        "2022-12-05",
        "2022-12-05",
        "2022",
        "2022~",
        "2021/..",
        "../2022",
        null,
      ]),
      stances: [{ evidence }],
    });
    if (random() < 0.5) await publishRecord("claim", slug).catch(() => undefined);
  }
});

test.each([
  ["reporter", ""],
  ["manager", ""],
  ["reporter", "to=2022-10-31"],
  ["manager", "to=2022-12-04&country=IT"],
] as const)(
  `marks are those that lib/tally makes of all the claims: a %s of ?%s (seed ${SEED})`,
  async (who, query) => {
    const [actor, view] = [actors[who], filterOf(query)];
    const counts = await listCounts(actor, and(eq(claims.scope, "country"), claimsInFilter(actor, view)));
    expect(counts.length).toBeGreaterThan(10);
    const wanted = new Map(
      [...groupBy(counts, ({ country }) => country ?? "")].map(([country, own]) => {
        const { marks, ...range } = rangeOf(own, 2);
        const short = marks.map(({ claims: same, ...mark }) => ({
          ...mark,
          times: same.length,
          claims: same.slice(0, 3).map(({ slug }) => ({ slug })),
        }));
        return [country, { ...range, marks: short.map((mark) => ({ ...mark, country })) }];
      }),
    );
    const marks = await listMarksByCountry(actor, view);
    expect(new Map([...marks].map(([country, own]) => [country, figureRange(own, 2)]))).toEqual(wanted);
    for (const [country, some] of await listSomeMarksByCountry(actor, view, 3)) {
      const [all, few] = [figureRange(marks.get(country) ?? [], 2), figureRange(some.marks, 2)];
      expect(all.marks.length).toBe(few.marks.length + some.more);
      expect(few.marks.length).toBeLessThanOrEqual(4);
      expect(all.marks).toEqual(expect.arrayContaining([...few.marks]));
      expect([few.lowest, few.highest]).toEqual([all.lowest, all.highest]);
      const lastOf = (marked: typeof all) => marked.marks.filter(({ standing }) => standing).at(-1)?.bound;
      expect(lastOf(few)).toBe(lastOf(all));
    }
  },
);
