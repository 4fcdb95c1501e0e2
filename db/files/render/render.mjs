// A process of its own: what a broken or hostile file does to the time and the memory of its reader ends with it.
// Reads a PDF or an image from its input, does the task that its argument says, and writes what it makes into the task's
// folder; its output is one line of JSON.
import { Worker } from "node:worker_threads";
import { readMetadata } from "./metadata.mjs";
import { Unreadable } from "./pages.mjs";
import { drawPage } from "./pictures.mjs";
import { redactFile } from "./redaction.mjs";

const TASKS = { picture: drawPage, redaction: redactFile, metadata: readMetadata };
const task = JSON.parse(process.argv[2]);

// The heap's own limit knows nothing of what WebAssembly and libvips take.
const watch = `const { memory } = require("node:worker_threads").workerData;
setInterval(() => { if (process.memoryUsage.rss() > memory) process.kill(process.pid, "SIGKILL"); }, 20);`;
new Worker(watch, { eval: true, workerData: { memory: task.memory } }).unref();

const parts = [];
for await (const part of process.stdin) parts.push(part);
try {
  process.stdout.write(JSON.stringify(await TASKS[task.name](Buffer.concat(parts.splice(0)), task)));
} catch (error) {
  process.stdout.write(JSON.stringify({ problem: error instanceof Unreadable ? error.message : "unreadable" }));
}
