import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { runCommand } from "@/db/commands/lifetime";
import { workflowDocument } from "@/lib/workflow/workflow-document";
import { ROOT } from "./children";

await runCommand(async () => {
  const file = join("docs", "workflow.md");
  await writeFile(join(ROOT, file), workflowDocument());
  console.log(`${file} is written.`);
  return 0;
});
