import type { Role } from "@/lib/workflow/actor";
import { LOOK_TASK, PHONE_TASK } from "./look-tasks";
import { CORRECT_TASK, RECORD_TASKS } from "./record-tasks";
import { REVIEW_TASKS } from "./review-tasks";
import type { Task } from "./task";

/**
 * A page, and what it may be at most: CSS pixels at 1440 px of width, and kB of JavaScript as sent. Of a list the aim is 130 kB,
 * and the framework (React and Next's router, the same on every page) takes more than that by itself: `own` bounds what is ours.
 */
export type PageAim = {
  readonly path: string;
  readonly role: Role;
  readonly height?: number;
  readonly script?: number;
  /** Without what the framework sends. */
  readonly own?: number;
};

const CHARTS_SCRIPT = 260;

export const TASKS: readonly Task[] = [LOOK_TASK, ...RECORD_TASKS, ...REVIEW_TASKS, CORRECT_TASK, PHONE_TASK];

export const PAGE_AIMS: readonly PageAim[] = [
  { path: "/", role: "editor", height: 1000 },
  { path: "/", role: "manager", height: 1000 },
  { path: "/stations/nl-amsterdam", role: "editor", height: 2600 },
  { path: "/evidence/new", role: "reporter", height: 1100 },
  { path: "/summary", role: "manager" },
  { path: "/charts", role: "manager", height: 3200, script: CHARTS_SCRIPT, own: 129 },
  { path: "/queue", role: "editor", own: 60 },
  { path: "/evidence", role: "editor", own: 40 },
  { path: "/stations", role: "reporter", own: 42 },
  { path: "/claims", role: "editor", own: 42 },
];
