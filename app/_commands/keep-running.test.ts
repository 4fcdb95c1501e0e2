import { type ChildProcess, spawn } from "node:child_process";
import { EventEmitter, once } from "node:events";
import { afterEach, expect, test } from "vitest";
import { keepRunning } from "./keep-running";

const children: ChildProcess[] = [];
afterEach(() => {
  for (const child of children.splice(0)) child.kill("SIGKILL");
});

/** A process that goes on until it is killed, or ends at once. */
function run(program = "setInterval(() => undefined, 1000)") {
  const child = spawn(process.execPath, ["-e", program], { stdio: "ignore" });
  children.push(child);
  return {
    ended: once(child, "exit").then(([code, signal]) => (signal ? `by ${signal}` : `with code ${code}`)),
    child,
  };
}

const patience = { pauses: [1, 2, 3], steadyAfter: 600_000 };
const kept = (start: () => Promise<{ ended: Promise<string> }>, first: { ended: Promise<string> }) => {
  const lines: string[] = [];
  let isEnding = false;
  const log = (line: string) => lines.push(line);
  return {
    lines,
    end: () => {
      isEnding = true;
    },
    work: (steadyAfter = patience.steadyAfter) =>
      keepRunning(
        { name: "The server", first, start, isEnding: () => isEnding, log, hint: "See above." },
        { ...patience, steadyAfter },
      ),
  };
};

test("a server that is killed is started again, and one that ends with the command is not", async () => {
  const first = run();
  const news = new EventEmitter();
  const isBack = once(news, "back");
  const server = kept(async () => {
    const next = run();
    news.emit("back", next.child);
    return next;
  }, first);
  const work = server.work();
  first.child.kill("SIGKILL");
  const [second] = (await isBack) as [ChildProcess];
  server.end();
  second.kill("SIGTERM");
  await work;
  expect(server.lines).toEqual([
    "The server ended by SIGKILL. It is started again in 0.001 s.",
    "The server is back.",
  ]);
  expect(children).toHaveLength(2);
});

test("one that goes on ending, or can't be started, ends the command with what it was", async () => {
  const ending = kept(async () => run("process.exit(3)"), run("process.exit(3)"));
  await expect(ending.work()).rejects.toThrow("The server ended with code 3, again and again. See above.");
  expect(children).toHaveLength(4);

  const refused = kept(async () => Promise.reject(new Error("no room")), run("process.exit(1)"));
  await expect(refused.work()).rejects.toThrow("The server ended at its start (no room), again and again.");
});

test("ends that lie far apart are not counted together", async () => {
  let starts = 0;
  const first = { ended: Promise.resolve("with code 3") };
  const server = kept(async () => {
    if (++starts === 9) server.end();
    return first;
  }, first);
  await server.work(0);
  expect(starts).toBe(9);
});
