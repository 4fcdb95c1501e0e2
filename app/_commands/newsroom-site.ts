import { join, resolve } from "node:path";
import { closeDatabase } from "@/db/client";
import { onExit } from "@/db/commands/lifetime";
import { runningAddresses } from "@/db/commands/reach-database";
import { readPostmaster } from "@/db/embedded/postmaster";
import { prepareServerFolders } from "@/db/embedded/server-folders";
import { ReadableError } from "@/db/readable-error";
import { openSuperuser } from "@/db/testing/databases";
import { makeActor, makeEvent } from "@/db/testing/make";
import { fillNewsroom } from "@/db/testing/newsroom/fill";
import type { Role } from "@/lib/workflow/actor";
import { openSecondSite } from "./second-site";
import { ServerLoad } from "./server-load";
import { openBrowser, type Site, signInAs } from "./site-to-visit";

type NewsroomSite<Reader extends Role> = {
  readonly base: string;
  readonly load: ServerLoad;
  /** Of a session of each reader, as a header. */
  readonly cookies: Readonly<Record<Reader, string>>;
};

/**
 * A measured site over the made-up newsroom of so many items of evidence. Ends with the command.
 * @param kept the folder in which the database of each size stays, and is filled on when there is less; else it is thrown away
 */
export async function openNewsroomSite<Reader extends Role>(
  items: number,
  readers: readonly Reader[],
  kept?: string,
): Promise<NewsroomSite<Reader>> {
  const site = await openSecondSite(
    "server-meter.mjs",
    (dataDir) => ({ WEDERHOOR_METER_SOCKET: join(dataDir, "meter.sock") }),
    kept && join(resolve(kept), String(items)),
  );
  await fillSite(site.dataDir, items);
  const { cluster } = await prepareServerFolders(site.dataDir);
  const postmaster = (await readPostmaster(cluster))?.pid ?? 0;
  return {
    base: site.base,
    load: new ServerLoad(site.base, join(site.dataDir, "meter.sock"), postmaster),
    cookies: await signInReaders(site, readers),
  };
}

async function fillSite(dataDir: string, items: number): Promise<void> {
  const started = performance.now();
  const addresses = await runningAddresses(dataDir);
  process.env.DATABASE_URL = addresses?.owner;
  const superuser = openSuperuser(addresses?.superuser ?? "");
  const endBoth = () => Promise.all([closeDatabase(), superuser.end()]).then(() => undefined);
  onExit(endBoth);
  const [row] = await superuser<{ there: number }[]>`
    select coalesce(max(split_part(slug, '-', 3)::int) + 1, 0) as there from evidence where slug ~ '^src-m-[0-9]+$'`;
  const there = row?.there ?? 0;
  if (there > items) throw new ReadableError(`There are ${there} items in ${dataDir} already.`);
  if (there < items) {
    const [writer, approver] = [await makeActor("reporter"), await makeActor("editor")];
    await fillNewsroom(superuser, { writer: writer.id, approver: approver.id }, items, there);
    // The site learns of what is new by a write.
    await makeEvent(writer);
  }
  await endBoth();
  console.log(`${items} items of evidence; filled in ${((performance.now() - started) / 1000).toFixed(0)} s`);
}

async function signInReaders<Reader extends Role>(
  site: Site,
  readers: readonly Reader[],
): Promise<Record<Reader, string>> {
  const browser = await openBrowser();
  const cookies: Partial<Record<Reader, string>> = {};
  for (const reader of readers) {
    const jar = await signInAs(browser, site, reader);
    cookies[reader] = jar.map(({ name, value }) => `${name}=${value}`).join("; ");
  }
  await browser.close();
  return cookies as Record<Reader, string>;
}
