import { runCommand } from "@/db/commands/lifetime";
import { checkByVitest, checkLint, checkTypes, checkUnused, closeChecks, makeCheckFolder, runCheck } from "./checks";
import { ROOT } from "./children";

// What needs no database and no browser, side by side: the answer between two edits.
await runCommand(async () => {
  process.chdir(ROOT);
  const folder = await makeCheckFolder();
  const quiet = { quiet: true };
  return closeChecks(
    await Promise.all([
      runCheck("lint", () => checkLint(quiet)),
      runCheck("types", () => checkTypes(quiet)),
      runCheck("unused code", () => checkUnused(quiet)),
      runCheck("unit tests", () => checkByVitest(folder, ["--project", "unit"], quiet)),
    ]),
  );
});
