import { runCommand } from "@/db/commands/lifetime";
import { CHECKS, describeFinding, type Finding, inquire } from "./doctor-checks";

// Looks, and changes nothing: what is missing is named with the way to get it.
await runCommand(async () => {
  const found: Finding[] = [];
  for (const [name, check] of Object.entries(CHECKS)) {
    const finding = await inquire(check);
    found.push(finding);
    console.log(`${name.padEnd(10)}${describeFinding(finding)}`);
  }
  const missing = found.filter(({ state }) => state === "missing").length;
  console.log(
    missing > 0
      ? `\n${missing} of these ${missing > 1 ? "are" : "is"} needed and missing.`
      : "\nAll that is needed is here.",
  );
  return missing > 0 ? 1 : 0;
});
