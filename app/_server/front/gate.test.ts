import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { Gate } from "./gate";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

/** Asks for a place, and notes by name who came in and who was turned away. */
function crowd(gate: Gate) {
  const entered: string[] = [];
  const refused: string[] = [];
  const leaves = new Map<string, () => void>();
  const ask = (name: string) =>
    gate.ask(
      (leave) => {
        entered.push(name);
        leaves.set(name, leave);
      },
      () => refused.push(name),
    );
  return { entered, refused, ask, leave: (name: string) => leaves.get(name)?.() };
}

test("so many are in work at once, the next wait in their order, and the rest are turned away at once", () => {
  const gate = new Gate({ room: 2, queue: 2, patience: 1000 });
  const { entered, refused, ask, leave } = crowd(gate);
  for (const name of ["a", "b", "c", "d", "e"]) ask(name);
  expect([entered, refused]).toEqual([["a", "b"], ["e"]]);
  expect(gate.load).toEqual({ inWork: 2, waiting: 2 });
  leave("b");
  leave("b");
  expect(entered).toEqual(["a", "b", "c"]);
  leave("a");
  expect(entered).toEqual(["a", "b", "c", "d"]);
  leave("c");
  leave("d");
  expect(gate.load).toEqual({ inWork: 0, waiting: 0 });
});

test("nobody waits longer than the patience, and who gave up takes no place", () => {
  const gate = new Gate({ room: 1, queue: 9, patience: 1000 });
  const { entered, refused, ask, leave } = crowd(gate);
  ask("a");
  ask("b");
  const giveUp = ask("c");
  giveUp();
  vi.advanceTimersByTime(999);
  expect(refused).toEqual([]);
  vi.advanceTimersByTime(1);
  expect(refused).toEqual(["b"]);
  leave("a");
  expect([entered, gate.load]).toEqual([["a"], { inWork: 0, waiting: 0 }]);
});
