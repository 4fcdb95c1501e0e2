import "server-only";
import { decode } from "next-auth/jwt";

type Opened = {
  readonly sid: string;
  readonly secret: string /** Milliseconds since 1970. */;
  readonly expiresAt: number;
};

/** Who came longest ago is decrypted again at their next request. */
const MOST_TOKENS = 1000;
/** Who came longest ago is first. Tokens that we signed, and no others: nobody can fill it with their own. */
const opened = new Map<string, Opened>();

/**
 * The session id that a token of next-auth carries; null when we did not sign it or its time is over. Decrypted once for
 * each token. Whether the session still holds, and for whom, is no memory: that is asked of the database each time.
 * @param now milliseconds since 1970
 */
export async function readToken(token: string, secret: string, now = Date.now()): Promise<string | null> {
  const known = opened.get(token);
  if (known && known.secret === secret && known.expiresAt > now) {
    remember(token, known);
    return known.sid;
  }
  opened.delete(token);
  const claims = await decode({ token, secret }).catch(() => null);
  if (typeof claims?.sid !== "string") return null;
  if (typeof claims.exp === "number" && claims.exp * 1000 > now) {
    remember(token, { sid: claims.sid, secret, expiresAt: claims.exp * 1000 });
  }
  return claims.sid;
}

function remember(token: string, what: Opened): void {
  opened.delete(token);
  opened.set(token, what);
  for (const longestAgo of opened.keys()) {
    if (opened.size <= MOST_TOKENS) break;
    opened.delete(longestAgo);
  }
}

/** How many tokens are remembered now. */
export const tokensRemembered = (): number => opened.size;
