import { createHash } from "node:crypto";
import { beforeAll, expect, test } from "vitest";
import { claimFilter } from "@/lib/filters/claim-filter";
import { eventFilter } from "@/lib/filters/event-filter";
import { evidenceFilter } from "@/lib/filters/evidence-filter";
import { organizationFilter } from "@/lib/filters/organization-filter";
import { LISTS, type SearchedList, viewOfQuestion } from "@/lib/filters/question-views";
import { responseFilter } from "@/lib/filters/response-filter";
import { stationFilter } from "@/lib/filters/station-filter";
import type { Actor } from "@/lib/workflow/actor";
import {
  makeActor,
  makeClaim,
  makeEvent,
  makeEvidence,
  makeOrganization,
  makePublishedStation,
  makeResponse,
  makeStation,
  publishRecord,
  unpublish,
} from "../../testing/make";
import { listClaims } from "../claims/claim-ledger";
import { listEvents } from "../events/events";
import { listEvidence } from "../evidence/evidence";
import { attachFile } from "../files/files";
import { listOrganizations } from "../organizations/organizations";
import { listResponses } from "../responses/response-list";
import { listStations } from "../stations/station-list";
import { SEARCH_KINDS, searchEverything } from "./search";
import { searchMeant } from "./search-meant";
import { readQuestion } from "./search-question";

const actors = {} as Record<"reporter" | "editor" | "manager" | "admin", Actor>;

beforeAll(async () => {
  for (const role of ["reporter", "editor", "manager", "admin"] as const) actors[role] = await makeActor(role);
  const { editor } = actors;
  const plain = { kind: "ngo", country: "ES" };
  await makeOrganization(editor, { slug: "safeguard", name: "Safeguard Defenders", reliability: "B", ...plain });
  await makeOrganization(editor, { slug: "cnn", name: "CNN", kind: "news_outlet", country: "US" });
  await makeOrganization(editor, { slug: "cnn-brasil", name: "CNN Brasil", kind: "news_outlet", country: "BR" });
  await makeOrganization(editor, { slug: "whisper", name: "Whispering Source", kind: "other", country: "MT" });
  await makeOrganization(editor, {
    slug: "minbuza",
    name: "Ministry of Foreign Affairs",
    kind: "ministry",
    country: "NL",
  });
  for (const slug of ["safeguard", "cnn", "cnn-brasil", "whisper", "minbuza"])
    await publishRecord("organization", slug);
  await makePublishedStation(
    editor,
    { slug: "nl-amsterdam", name: "Amsterdam station", operator: "safeguard" },
    { slug: "src-source" },
  );
  await makeStation(editor, { slug: "it-milano", name: "Milano", country: "IT", operator: "whisper" });
  const items = [
    {
      slug: "src-1",
      title: "Police in Amsterdam",
      publisher: "cnn",
      countries: ["NL"],
      published: "2022-10-26",
      stations: ["nl-amsterdam"],
    },
    {
      slug: "src-2",
      title: "Police in Rome",
      publisher: "cnn",
      countries: ["IT"],
      published: "2022-12",
      kind: "photo",
      stations: ["it-milano"],
    },
    { slug: "src-3", title: "海外警侨服务站", publisher: "whisper", countries: ["NL", "IT"], language: "zh-Hans" },
    { slug: "src-4", title: "Police, restricted", publisher: "safeguard", countries: ["MT"], sharing: "RED" },
    {
      slug: "src-5",
      title: "Police at length",
      publisher: "safeguard",
      published: "2022-09/2022-11",
      credibility: "2",
    },
  ];
  for (const item of items) await makeEvidence(editor, item);
  for (const [slug, type] of [
    ["src-1", "application/pdf"],
    ["src-2", "image/png"],
    ["src-3", "application/zip"],
  ] as const) {
    const bytes = { digest: createHash("sha256").update(slug).digest("hex"), size: 1, type, name: "file" };
    await attachFile(editor, { kind: "evidence", slug }, bytes);
  }
  for (const slug of ["src-1", "src-3", "src-4", "src-5"]) await publishRecord("evidence", slug);
  await unpublish("organization", "whisper");
  const stances = [{ evidence: "src-1", stance: "supports", derivation: "original" }];
  await makeClaim(editor, { slug: "clm-1", claimants: ["safeguard"], asserted: "2022-10", stances });
  await makeClaim(editor, { slug: "clm-2", claimants: ["whisper"], country: "IT", position: "denies" });
  await publishRecord("claim", "clm-1");
  await makeResponse(editor, {
    slug: "rsp-1",
    authority: "minbuza",
    kind: "closure_order",
    countries: ["IT"],
    given: "2022-11-01",
  });
  await makeEvent(editor, {
    slug: "evt-1",
    title: "Closure ordered",
    kind: "closure_order",
    country: "NL",
    occurred: "2022-11-01",
    evidence: ["src-1"],
  });
  await makeEvent(editor, { slug: "evt-2", title: "Police visit", country: "IT", occurred: "2016/2018" });
  await publishRecord("event", "evt-1");
});

const READ: Readonly<
  Record<
    SearchedList,
    (actor: Actor, query: string) => Promise<{ items: readonly { slug: string }[]; total: number }>
  >
> = {
  stations: (actor, query) => listStations(actor, stationFilter.parse(new URLSearchParams(query)).value),
  organizations: (actor, query) =>
    listOrganizations(actor, organizationFilter.parse(new URLSearchParams(query)).value),
  claims: (actor, query) => listClaims(actor, claimFilter.parse(new URLSearchParams(query)).value),
  responses: (actor, query) => listResponses(actor, responseFilter.parse(new URLSearchParams(query)).value),
  evidence: (actor, query) => listEvidence(actor, evidenceFilter.parse(new URLSearchParams(query)).value),
  events: (actor, query) => listEvents(actor, eventFilter.parse(new URLSearchParams(query)).value),
};

const slugs = (rows: readonly { slug: string }[]) => rows.map(({ slug }) => slug).sort();
const _found = async (actor: Actor, q: string) => slugs((await searchEverything(actor, q, { limit: 100 })).items);

const found = async (actor: Actor, q: string) => slugs((await searchEverything(actor, q, { limit: 100 })).items);

const ASKED =
  `country:NL | land:Italië | country:"the Netherlands" | country:NL,IT | -country:IT | country:none | over:IT
  kind:article | soort:foto | kind:"news outlet" | kind:closure_order | -kind:article | kind:other | status:reported
  language:zh | taal:Chinees | -language:en | language:none | publisher:cnn | publisher:"safeguard def" | -publisher:cnn
  claimant:safeguard | authority:foreign | operator:safeguard | stance:supports | reliability:B | reliability:none
  credibility:2 | position:denies | assessment:unassessed | from:2022-10 | to:2022-10 | date:2022-10..2022-12
  station:amsterdam | locatie:nl-amsterdam | -station:nl-amsterdam | file:pdf | bestand:"geen bestand" | -file:pdf
  file:pdf,other | subject:station_count | onderwerp:presence | -subject:presence
  date:2016/2018 | date:..2022-09 | date:2022-11.. kind:closure_order | country:NL -kind:article from:2022`
    .split(/\s*[|\n]\s*/)
    .filter((fields) => fields !== "");
const OF_THE_DESK = [
  "state:draft",
  "-state:published",
  "redactiestatus:concept",
  "publisher:whisper",
  "claimant:whisper",
];

/** Of each kind the finds and their number are those of its list, narrowed by the same. */
async function expectAgreement(actor: Actor, fields: string, words: string) {
  const q = `${words} ${fields}`;
  const { items, counts, least } = await searchEverything(actor, q, { limit: 100 });
  const { fields: asked, problems } = await readQuestion(actor, q);
  expect.soft([least, problems], q).toEqual([[], []]);
  for (const kind of SEARCH_KINDS) {
    const view = asked && viewOfQuestion(LISTS[kind], asked, words);
    const list = view === null ? { items: [], total: 0 } : await READ[LISTS[kind]](actor, view);
    const hits = slugs(items.filter((hit) => hit.kind === kind));
    expect.soft(hits, `${actor.role} ${kind} ${q}`).toEqual(slugs(list.items));
    expect.soft(counts[kind], `${actor.role} ${kind} ${q}`).toBe(list.total);
  }
}

test.each(["reporter", "editor", "manager", "admin"] as const)(
  "to a %s a search by fields finds of each kind what its list, narrowed so, shows",
  async (role) => {
    const isWhole = role === "manager" || role === "editor";
    const asked = role === "manager" ? ASKED : [...ASKED, ...OF_THE_DESK];
    for (const [index, fields] of asked.filter((_, at) => isWhole || at % 8 === 0).entries()) {
      await expectAgreement(actors[role], fields, "");
      if (index % 4 === 0) await expectAgreement(actors[role], fields, index % 8 === 0 ? "police" : "-amsterdam");
    }
  },
);

test("fields narrow what words find, and what has no such field is not found", async () => {
  const { editor, manager } = actors;
  expect(await found(editor, "police country:IT")).toEqual(["evt-2", "src-2"]);
  expect(await found(editor, "police -country:IT publisher:cnn")).toEqual(["src-1"]);
  expect(await found(editor, "language:zh")).toEqual(["src-3"]);
  // An exact slug is that organization; words of a name are whatever is called so.
  expect(await found(editor, 'publisher:"cnn bras"')).toEqual([]);
  expect(await found(editor, "publisher:CNN")).toEqual(["src-1", "src-2"]);
  expect(await found(manager, "publisher:cnn")).toEqual(["src-1"]);
  expect(await found(editor, "date:2022-11 kind:closure_order")).toEqual(["evt-1", "rsp-1"]);
  expect(await found(editor, "src-1 kind:article")).toEqual(["src-1"]);
  expect(await found(editor, "station:amsterdam police")).toEqual(["src-1"]);
  expect(await found(editor, "file:image,other")).toEqual(["src-2", "src-3"]);
  expect(await found(editor, "police file:none")).toEqual(["src-4", "src-5"]);
});

test("a word with a colon that names no field is a word, and so is a field between quotation marks", async () => {
  const { editor } = actors;
  await makeEvidence(editor, { slug: "src-u", title: "Re: letter of 10:30", url: "https://cnn.com/x?country:NL" });
  for (const q of ["https://cnn.com/x", "10:30", "re: letter", "Re:letter", '"country:NL" letter'])
    expect.soft(await found(editor, q), q).toEqual(["src-u"]);
});

test("what a field could not be told from is left out and told of, with what is near", async () => {
  const { problems, words } = await readQuestion(
    actors.editor,
    'police country:Nederlandd publisher:"nobody at all" date:10:30 -from:2022 date:2022 to:2023 state:dratf',
  );
  expect(problems.map(({ field, value, reason }) => `${field} ${value} ${reason}`)).toEqual([
    "country Nederlandd unknown",
    "publisher nobody at all unknown",
    "state dratf unknown",
    "date 10:30 notADate",
    "from 2022 notExcluded",
    "to 2023 repeated",
  ]);
  expect(words).toBe("police");
  expect(await found(actors.editor, "amsterdam country:Nederlandd")).toEqual(await found(actors.editor, "amsterdam"));
  expect(await found(actors.editor, "country:Nederlandd")).toEqual([]);
});

test("a slip is mended in the words alone", async () => {
  const asked = await searchMeant(actors.editor, "polise publisher:cnn country:NL -kind:photo");
  expect(asked.instead).toBe("Police publisher:cnn country:NL -kind:photo");
  expect(asked.items.map(({ slug }) => slug)).toEqual(["src-1"]);
});

test("no field tells a reader of published records of what is not published", async () => {
  const { manager } = actors;
  // A draft's name is as unknown as one that nobody has, whichever way it is asked for.
  const answers = async (name: string) => {
    const asked = [`publisher:${name}`, `-publisher:${name}`, `claimant:"${name}"`, `operator:${name} amsterdam`];
    return Promise.all(
      asked.map(async (q) => {
        const { items, counts, problems } = await searchMeant(manager, q);
        return { items, counts, problems: problems.map((problem) => ({ ...problem, value: "" })) };
      }),
    );
  };
  const nobody = await answers("nobody");
  for (const name of ["whisper", "whispering", "source"]) expect(await answers(name)).toEqual(nobody);
  expect(nobody.every(({ problems }) => problems.length === 1)).toBe(true);
  // What a label keeps at the desk, what is a draft, and what a published item has of either.
  for (const q of [
    "country:MT",
    "publisher:safeguard country:MT",
    "country:IT kind:photo",
    "claimant:safeguard country:IT",
  ])
    expect.soft(await found(manager, q), q).toEqual([]);
  expect(await found(manager, "language:zh publisher:none")).toEqual(["src-3"]);
  // What they may not open is no file to them, and a draft's name no station.
  expect(await found(manager, "file:pdf")).toEqual([]);
  expect(await found(manager, "police file:none")).toEqual(["src-1", "src-5"]);
  expect((await readQuestion(manager, "station:milano")).problems).toMatchObject([{ reason: "unknown" }]);
  expect(await found(actors.reporter, "station:milano")).toEqual(["src-2"]);
  // By state only the desk asks: to others it is a word.
  expect((await readQuestion(manager, "state:draft")).words).toBe("state:draft");
  expect(await found(manager, "state:draft")).toEqual([]);
});
