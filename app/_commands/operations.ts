import { READING_PAGES, WRITING_PAGES } from "@/db/testing/pages";
import { ANSWER_FIGURES, CHARTS, SUMMARY_FIGURES } from "@/lib/charts/figures";

/** The search before a question: the shell and its reader, and no record. What a page costs at least. */
export const EMPTY_PAGE = "/search";

/** The records of the made-up newsroom that most is written about. */
const BUSY = [
  "stations/st-m-0",
  "evidence/src-m-1",
  "claims/clm-m-0",
  "responses/rsp-m-0",
  "organizations/org-m-0",
  "events/evt-m-0",
];

/** What a person opens: every page of the desk, and the newsroom's own records. */
export const PAGES_READ = [
  ...READING_PAGES,
  ...BUSY.map((path) => `/${path}`),
  "/evidence?q=police",
  "/evidence?country=NL&kind=article&from=2022-10-01&to=2023-06-30",
  "/countries/nl",
  "/corrections",
];
export const PAGES_WRITTEN = [
  ...WRITING_PAGES,
  "/stations/st-m-0/edit",
  "/evidence/src-m-0/edit",
  "/evidence/src-m-0/captures",
  "/replies/reply-m-0",
  "/records/station/st-m-0/history",
  "/records/evidence/src-m-0/history",
];

const api = (path: string) => `/api/v1/${path}`;
const NOUNS = ["stations", "evidence", "claims", "responses", "replies", "organizations", "events", "coverage"];
const SEARCHED = NOUNS.filter((noun) => noun !== "coverage");
const OF_COUNTRY = ["stations", "evidence", "claims", "events"];

/** What a program asks: every operation of the API that reads. What writes is measured by `bench:writes`. */
export const OPERATIONS_READ = [
  ...NOUNS.map((noun) => api(`${noun}?limit=50`)),
  ...SEARCHED.map((noun) => api(`${noun}?limit=20&q=police`)),
  ...OF_COUNTRY.map((noun) => api(`${noun}?limit=50&country=IT`)),
  api("evidence?limit=50&country=NL&kind=article&from=2022-10-01&to=2023-06-30"),
  api("evidence?limit=20&q=%E8%AD%A6%E5%8A%A1"),
  ...BUSY.map(api),
  ...["search?q=police", "search?q=poli", "summary", "timeline", "map", "views"].map(api),
  ...["stations/st-m-0?part=evidence&limit=50", "claims/clm-m-0?part=stances&limit=50"].map(api),
  ...CHARTS.map((name) => api(`figures/${name}?format=json`)),
  ...SUMMARY_FIGURES.map((name) => api(`figures/summary/${name}?format=json`)),
  ...ANSWER_FIGURES.map((name) => api(`figures/overview/${name}?format=json`)),
  ...["map", "range?place=IT", "stations", "timeline"].map((name) =>
    api(`figures/${name}${name.includes("?") ? "&" : "?"}format=json`),
  ),
];
/** The same for the desk alone. */
export const OPERATIONS_OF_DESK = [
  ...["queue", "people", "watches", "alike?record=evidence&title=police"].map(api),
  ...["comments", "files", "transitions"].map((name) => api(`${name}?kind=evidence&slug=src-m-0`)),
  ...["captures?evidence=src-m-0", "coverage/cov-m-0", "replies/reply-m-0"].map(api),
];
