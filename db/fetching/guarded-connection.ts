import type { LookupAddress } from "node:dns";
import { lookup } from "node:dns/promises";
import { connect, type LookupFunction, type Socket } from "node:net";
import { FetchRefused, hostOf, isListed, isPublicAddress } from "./allowed-address";

type Resolve = (host: string) => Promise<readonly LookupAddress[]>;
export type GuardOptions = {
  readonly allowed: readonly string[];
  /** Stands in for the machine's resolver. */
  readonly resolve?: Resolve;
};

const resolveName: Resolve = (host) => lookup(host, { all: true, verbatim: true });

/** Resolves for one connection: of a name that has an address of ours among others, none is taken. */
function guardedLookup(url: URL, { allowed, resolve = resolveName }: GuardOptions): LookupFunction {
  return (host, options, done) => {
    const answer = async () => {
      const found = await resolve(host).catch(() => []);
      if (found.length === 0) throw new FetchRefused("unresolved", host);
      const wrong = isListed(url, allowed) ? undefined : found.find(({ address }) => !isPublicAddress(address));
      if (wrong) throw new FetchRefused("address", wrong.address);
      return found;
    };
    answer().then(
      (found) => {
        const [first] = found;
        if (options.all) done(null, [...found]);
        else done(null, first?.address ?? "", first?.family);
      },
      (error) => done(error, ""),
    );
  };
}

/** What is connected to is what was checked: a second look, at the connection itself. */
const isAnswerable = (url: URL, address: string, { allowed }: GuardOptions): boolean =>
  isListed(url, allowed) || isPublicAddress(address);

/** Milliseconds until a connection stands. */
const PATIENCE = 15_000;

/**
 * A connection to the server of an address that `checkAddress` let pass, for bytes of others.
 * @throws FetchRefused
 */
export function connectGuarded(url: URL, options: GuardOptions): Promise<Socket> {
  const port = Number(url.port || (url.protocol === "https:" ? 443 : 80));
  const socket = connect({ host: hostOf(url), port, lookup: guardedLookup(url, options) });
  socket.setTimeout(PATIENCE, () => socket.destroy(new FetchRefused("time")));
  return new Promise((resolve, reject) => {
    const fail = (error: unknown) => {
      socket.destroy();
      reject(error instanceof FetchRefused ? error : new FetchRefused("connection", String(error)));
    };
    socket.once("error", fail);
    socket.once("connect", () => {
      const { remoteAddress = "" } = socket;
      if (!isAnswerable(url, remoteAddress, options)) return fail(new FetchRefused("address", remoteAddress));
      socket.off("error", fail);
      resolve(socket);
    });
  });
}
