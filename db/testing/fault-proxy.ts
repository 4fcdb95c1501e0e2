import net from "node:net";
import { runningAddresses } from "../commands/reach-database";
import { parseAddress } from "../connection/address";

/**
 * What a network or a server may do to a connection: `refuse` and `cut` end it, at once or when it says something;
 * `swallow` and `deafen` lose what is said, both ways or of the server's alone; `halve` cuts an answer in two; `garble` sends
 * what is no answer; `delay` waits with each; `cutAtCommit` and `swallowAtCommit` let a COMMIT through, and its answer not.
 */
export const FAULTS = [
  "refuse",
  "closeAtBirth",
  "cut",
  "swallow",
  "deafen",
  "halve",
  "garble",
  "delay",
  "cutAtCommit",
  "swallowAtCommit",
] as const;
export type Fault = (typeof FAULTS)[number];

const COMMIT = Buffer.from("commit\0");
const DELAY = 150;

export type FaultProxy = {
  /** Of the same database, through this proxy. */
  readonly address: string;
  /** From now on; null: everything passes. Connections that were made before suffer from it too. */
  set(fault: Fault | null): void;
  close(): Promise<void>;
};

/** Stands between a site and the PostgreSQL at an address. */
export async function openFaultProxy(address: string): Promise<FaultProxy> {
  const [url, { host: folder }] = parseAddress(address);
  const direct = new URL(url);
  const connect = () =>
    folder ? net.connect(`${folder}/.s.PGSQL.5432`) : net.connect(Number(direct.port || 5432), direct.hostname);
  const sockets = new Set<net.Socket>();
  let fault: Fault | null = null;
  const server = net.createServer((client) => {
    if (fault === "refuse" || fault === "closeAtBirth") return void client.destroy();
    const upstream = connect();
    const end = () => {
      client.destroy();
      upstream.destroy();
    };
    let isCommitted = false;
    client.on("data", (data) => {
      if (fault === "refuse" || fault === "cut") return end();
      if (fault === "swallow") return;
      // A connection that committed before the fault is none whose COMMIT it meets.
      if (fault?.endsWith("AtCommit") && data.includes(COMMIT)) isCommitted = true;
      upstream.write(data);
    });
    upstream.on("data", (data) => answer(data));
    const answer = (data: Buffer) => {
      if (isCommitted && fault === "cutAtCommit") return end();
      if (isCommitted && fault === "swallowAtCommit") return;
      if (fault === "swallow" || fault === "deafen") return;
      if (fault === "garble") client.write(Buffer.alloc(data.length, 0x21));
      else if (fault === "halve") client.write(data.subarray(0, data.length >> 1), end);
      else if (fault === "delay") setTimeout(() => client.destroyed || client.write(data), DELAY);
      else client.write(data);
    };
    for (const socket of [client, upstream]) {
      sockets.add(socket);
      socket
        .on("error", () => undefined)
        .on("close", () => {
          sockets.delete(socket);
          end();
        });
    }
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  direct.hostname = "127.0.0.1";
  direct.port = String((server.address() as net.AddressInfo).port);
  return {
    address: direct.href,
    set: (next) => {
      fault = next;
      if (next === "refuse") for (const socket of sockets) socket.destroy();
    },
    close: async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise((closed) => server.close(closed));
    },
  };
}

/** The address of the embedded database that runs in a data folder. */
export async function runningDatabase(dataDir: string): Promise<string> {
  const address = (await runningAddresses(dataDir))?.site;
  if (!address) throw new Error(`No database runs in ${dataDir}.`);
  return address;
}
