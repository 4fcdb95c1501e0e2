import { atEnd, live } from "@/db/commands/lifetime";
import { program, run, stopChild } from "./children";

/** `npm run sequences -- 20000`: that many random sequences of steps on PostgreSQL; ten thousand unless said otherwise. */
await live(async () => {
  const wanted = Number(process.argv[2]) || 10_000;
  const files = [
    "db/access/workflow/workflow-sequences.test.ts",
    "db/access/workflow/workflow-sequences-together.test.ts",
  ];
  const { code } = await run(process.execPath, [program("vitest", "vitest.mjs"), "run", ...files], {
    env: { SEQUENCES: String(wanted) },
    onStart: (child) => atEnd(() => stopChild(child)),
  });
  return code;
});
