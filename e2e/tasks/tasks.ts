import type { Role } from "@/lib/workflow/actor";
import type { Desk, Steps } from "./desk";
import { RECORD_TASKS } from "./record-tasks";

/** A thing that somebody does every day, begun where that person stands then. */
export type Task = {
  readonly name: string;
  readonly role: Role;
  readonly from: string;
  readonly width?: number;
  /** Of the first build, where it was counted. */
  readonly before?: string;
  readonly aim: Partial<Steps>;
  /** Does it to its end, and checks that it was done; what it makes is named by `unique`. */
  readonly run: (desk: Desk, unique: string) => Promise<void>;
};

/** A page, and what it may be at most: CSS pixels at 1440 px of width, kB of JavaScript as sent, and its layout shift. */
export type PageAim = {
  readonly path: string;
  readonly role: Role;
  readonly height?: number;
  readonly script?: number;
};

const LIST_SCRIPT = 130;
const CHARTS_SCRIPT = 260;

export const TASKS: readonly Task[] = RECORD_TASKS;

export const PAGE_AIMS: readonly PageAim[] = [
  { path: "/", role: "editor", height: 1000 },
  { path: "/", role: "manager", height: 1000 },
  { path: "/stations/nl-amsterdam", role: "editor", height: 2600 },
  { path: "/evidence/new", role: "reporter", height: 1100 },
  { path: "/charts", role: "manager", height: 3200, script: CHARTS_SCRIPT },
  { path: "/evidence", role: "editor", script: LIST_SCRIPT },
  { path: "/stations", role: "reporter", script: LIST_SCRIPT },
  { path: "/claims", role: "editor", script: LIST_SCRIPT },
];
