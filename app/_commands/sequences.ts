import { onExit, runCommand } from "@/db/commands/lifetime";
import { programPath, runProgram, stopChild } from "./children";

/** `npm run sequences -- 20000`: that many random sequences of steps on PostgreSQL, others each time; ten thousand unless said otherwise. */
await runCommand(async () => {
  const wanted = Number(process.argv[2]) || 10_000;
  const files = [
    "db/access/workflow/workflow-sequences.test.ts",
    "db/access/workflow/workflow-sequences-together.test.ts",
  ];
  const { code } = await runProgram(process.execPath, [programPath("vitest", "vitest.mjs"), "run", ...files], {
    env: { SEQUENCES: String(wanted), SEQUENCES_BEGIN: String(Date.now() % 2 ** 31) },
    onStart: (child) => onExit(() => stopChild(child)),
  });
  return code;
});
