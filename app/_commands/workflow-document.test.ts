import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { workflowDocument } from "@/lib/workflow/workflow-document";

test("docs/workflow.md says what the workflow does; after a change: npm run docs:workflow", () => {
  expect(readFileSync(new URL("../../docs/workflow.md", import.meta.url), "utf8")).toBe(workflowDocument());
});
