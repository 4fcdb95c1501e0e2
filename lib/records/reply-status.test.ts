import fc from "fast-check";
import { expect, test } from "vitest";
import { addDays } from "../dates/days";
import { REPLY_ENTRY_KINDS } from "./reply-request";
import {
  type AskedEntry,
  calculatedStatus,
  daysLeft,
  describedStatus,
  effectiveDeadline,
  isAgreed,
  OPEN_STATUSES,
  REPLY_STATUSES,
  replyEntryInput,
  SILENCE_DAYS,
} from "./reply-status";

const SENT = { sentOn: "2022-11-03", dueOn: "2022-11-17" };
const entry = (kind: AskedEntry["kind"], dueOn: string | null = null): AskedEntry => ({ kind, dueOn });
const reminder = entry("reminder", "2022-11-24");

test.each([
  [{ sentOn: null, dueOn: null }, [], "2022-12-01", "draft", "draft"],
  [SENT, [], "2022-11-03", "sent", "sent"],
  [SENT, [], "2022-11-17", "sent", "sent"],
  [SENT, [], "2022-11-18", "sent", "overdue"],
  [SENT, [], "2022-12-01", "sent", "overdue"],
  [SENT, [], "2022-12-02", "sent", "no_reply"],
  [SENT, [entry("acknowledgement")], "2022-11-10", "acknowledged", "acknowledged"],
  [SENT, [entry("acknowledgement")], "2022-11-18", "acknowledged", "overdue"],
  [SENT, [reminder], "2022-11-24", "reminded", "sent"],
  [SENT, [reminder], "2022-11-25", "reminded", "overdue"],
  [SENT, [reminder, entry("reminder")], "2022-11-24", "reminded", "sent"],
  [SENT, [entry("acknowledgement"), reminder], "2022-11-20", "reminded", "acknowledged"],
  [SENT, [entry("answer")], "2023-11-20", "answered", "answered"],
  [SENT, [entry("answer"), entry("acknowledgement")], "2022-11-20", "acknowledged", "answered"],
  [SENT, [entry("answer"), reminder], "2022-11-20", "reminded", "sent"],
  [SENT, [entry("decline")], "2022-11-05", "declined", "declined"],
  [SENT, [entry("no_reply")], "2022-11-05", "no_reply", "no_reply"],
  [SENT, [entry("no_reply"), entry("answer")], "2023-01-05", "answered", "answered"],
] as const)(
  "%j with %j is on %s “%s” for a person and “%s” by the clock",
  (request, entries, today, status, counted) => {
    expect(describedStatus(request, entries)).toBe(status);
    expect(calculatedStatus(request, entries, today)).toBe(counted);
  },
);

const someDay = fc.integer({ min: 0, max: 3000 }).map((days) => addDays("2020-01-01", days));
const someEntries = fc.array(
  fc.record({ kind: fc.constantFrom(...REPLY_ENTRY_KINDS), dueOn: fc.option(someDay, { nil: null }) }),
  { maxLength: 6 },
);
const someRequest = fc
  .tuple(someDay, fc.integer({ min: 0, max: 60 }), fc.boolean())
  .map(([sentOn, days, isSent]) => ({ sentOn: isSent ? sentOn : null, dueOn: addDays(sentOn, days) }));

test("time only moves a request from waiting to overdue to no reply", () => {
  fc.assert(
    fc.property(someRequest, someEntries, someDay, fc.nat(400), (request, entries, today, later) => {
      const [now, then] = [today, addDays(today, later)].map((at) => calculatedStatus(request, entries, at));
      const rank = { draft: 0, sent: 1, acknowledged: 1, overdue: 2, no_reply: 3, answered: 4, declined: 4 };
      expect(rank[then as "sent"]).toBeGreaterThanOrEqual(rank[now as "sent"]);
      if (!(OPEN_STATUSES as readonly string[]).includes(now ?? "")) expect(then).toBe(now);
    }),
  );
});

test("the due day is in time, the day after is not, and silence ends it a fortnight later", () => {
  fc.assert(
    fc.property(someRequest, someEntries, someDay, (request, entries, today) => {
      const deadline = effectiveDeadline(request, entries) as string;
      const status = calculatedStatus(request, entries, today);
      expect(REPLY_STATUSES).toContain(status);
      if (status === "sent" || status === "acknowledged") expect(daysLeft(deadline, today)).toBeGreaterThanOrEqual(0);
      if (status === "overdue") {
        expect(daysLeft(deadline, today)).toBeLessThan(0);
        expect(daysLeft(deadline, today)).toBeGreaterThanOrEqual(-SILENCE_DAYS);
      }
    }),
  );
});

test("only an unsent request is a draft, and what a person closed the clock does not open", () => {
  fc.assert(
    fc.property(someRequest, someEntries, someDay, (request, entries, today) => {
      const [status, counted] = [describedStatus(request, entries), calculatedStatus(request, entries, today)];
      expect(status === "draft").toBe(request.sentOn === null);
      expect(counted === "draft").toBe(request.sentOn === null);
      if (status === "answered" || status === "declined" || status === "no_reply")
        expect(isAgreed(status, counted)).toBe(true);
    }),
  );
});

test("an entry says no more than its kind has", () => {
  const of = (overrides: Record<string, unknown>) =>
    replyEntryInput.safeParse({ happenedOn: "2022-11-20", ...overrides }).error?.issues.map(({ path }) => path[0]) ??
    [];
  expect(of({ kind: "reminder", dueOn: "2022-11-24" })).toEqual([]);
  expect(of({ kind: "reminder", dueOn: "2022-11-19" })).toEqual(["dueOn"]);
  expect(of({ kind: "acknowledgement", dueOn: "2022-11-24" })).toEqual(["dueOn"]);
  expect(of({ kind: "answer" })).toEqual(["response"]);
  expect(of({ kind: "answer", response: "rsp-1" })).toEqual([]);
  expect(of({ kind: "decline" })).toEqual([]);
  expect(of({ kind: "no_reply", response: "rsp-1" })).toEqual(["response"]);
  expect(of({ kind: "shrug" })).toEqual(["kind"]);
});
