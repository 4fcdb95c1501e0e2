import "server-only";
import { RateLimiterMemory, RateLimiterRes } from "rate-limiter-flexible";
import type { Actor } from "@/lib/workflow/actor";
import { isExport } from "./front/lanes";
import { TooMany } from "./problem";

/** So many a minute for one person: what a program of theirs may ask without being in the others' way. */
const PER_MINUTE = { export: 300, page: 30, search: 3000, api: 20_000 } as const;
type Sort = keyof typeof PER_MINUTE;

const OTHERS: Readonly<Record<string, Sort>> = { "/api/v1/search": "search", "/api/v1/address/page": "page" };
const sortOf = (pathname: string): Sort => (isExport(pathname) ? "export" : (OTHERS[pathname] ?? "api"));

// On globalThis, since each bundle of the server has a module of this name.
const KEY = Symbol.for("wederhoor.person-limits");
const shared = globalThis as typeof globalThis & { [KEY]?: Record<Sort, RateLimiterMemory> };
shared[KEY] ??= {
  export: limiter("export"),
  page: limiter("page"),
  search: limiter("search"),
  api: limiter("api"),
};
const limiters = shared[KEY];

function limiter(sort: Sort): RateLimiterMemory {
  return new RateLimiterMemory({ keyPrefix: sort, points: PER_MINUTE[sort], duration: 60 });
}

/** Counts a request of a person. @throws TooMany when they asked for more than one may */
export async function countRequest(actor: Actor, pathname: string): Promise<void> {
  try {
    await limiters[sortOf(pathname)].consume(actor.id);
  } catch (refused) {
    if (refused instanceof RateLimiterRes) throw new TooMany(Math.max(1, Math.ceil(refused.msBeforeNext / 1000)));
    throw refused;
  }
}
