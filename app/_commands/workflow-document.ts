import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { live } from "@/db/commands/lifetime";
import { workflowDocument } from "@/lib/workflow/workflow-document";
import { ROOT } from "./children";

await live(async () => {
  const file = join("docs", "workflow.md");
  await writeFile(join(ROOT, file), workflowDocument());
  console.log(`${file} is written.`);
  return 0;
});
