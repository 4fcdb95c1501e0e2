import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { workflowDocument } from "@/lib/workflow-document";
import { ROOT } from "./children";
import { live } from "./lifetime";

await live(async () => {
  const file = join("docs", "workflow.md");
  await writeFile(join(ROOT, file), workflowDocument());
  console.log(`${file} is written.`);
  return 0;
});
