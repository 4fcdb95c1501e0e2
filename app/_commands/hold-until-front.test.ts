import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import { expect, test } from "vitest";

const run = promisify(execFile);

/** A site that listens, and only then gets a front, as that puts itself. */
const SITE = `
const { Server, createServer } = require("node:http");
const site = createServer((request, response) => response.end("the site"));
site.listen(0, "127.0.0.1", async () => {
  const url = "http://127.0.0.1:" + site.address().port;
  const before = await fetch(url);
  const { emit } = Server.prototype;
  Server.prototype.emit = function (...args) { return Reflect.apply(emit, this, args); };
  const after = await fetch(url);
  console.log(JSON.stringify([before.status, before.headers.get("retry-after"), await after.text()]));
  process.exit();
});`;

test("until the front stands nobody passes, and then everybody", async () => {
  const preload = join(import.meta.dirname, "hold-until-front.mjs");
  const seen = async (parent: number) => {
    const env = { ...process.env, NODE_OPTIONS: "", WEDERHOOR_PARENT: String(parent) };
    return JSON.parse((await run(process.execPath, ["--import", preload, "-e", SITE], { env })).stdout);
  };
  expect(await seen(process.pid)).toEqual([503, "1", "the site"]);
  expect(await seen(1), "in no other process").toEqual([200, null, "the site"]);
});
