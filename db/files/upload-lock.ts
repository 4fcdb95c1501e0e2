import { randomUUID } from "node:crypto";
import type { Lock, Locker } from "@tus/utils";
import { eq, sql } from "drizzle-orm";
import { db } from "../client";
import { uploadLocks } from "../schema";

/** A hold is renewed every second, and lost after so many without. */
const HOLD = 10;
const RENEW = 1000;
const ASK_AGAIN = 250;

/** One writer to an upload among all servers on a database. Whoever waits asks the holder to let go. */
export const uploadLocker: Locker = { newLock: (id) => new UploadLock(id) };

class UploadLock implements Lock {
  private readonly holder = randomUUID();
  private renewing: NodeJS.Timeout | undefined;

  constructor(private readonly upload: string) {}

  /** @throws the signal's reason when that ends the waiting */
  async lock(signal: AbortSignal, letGo: () => Promise<void> | void): Promise<void> {
    while (!(await this.take())) {
      if (signal.aborted) throw signal.reason;
      await db.update(uploadLocks).set({ isWanted: true }).where(eq(uploadLocks.upload, this.upload));
      await new Promise((after) => setTimeout(after, ASK_AGAIN));
    }
    const renew = async () => {
      const [held] = await db
        .update(uploadLocks)
        .set({ until: sql`now() + make_interval(secs => ${HOLD})` })
        .where(sql`${uploadLocks.upload} = ${this.upload} and ${uploadLocks.holder} = ${this.holder}`)
        .returning({ isWanted: uploadLocks.isWanted });
      if (!held || held.isWanted) await letGo();
    };
    this.renewing = setInterval(() => void renew().catch(() => undefined), RENEW);
    this.renewing.unref();
  }

  async unlock(): Promise<void> {
    clearInterval(this.renewing);
    await db
      .delete(uploadLocks)
      .where(sql`${uploadLocks.upload} = ${this.upload} and ${uploadLocks.holder} = ${this.holder}`);
  }

  private async take(): Promise<boolean> {
    const until = sql`now() + make_interval(secs => ${HOLD})`;
    const taken = await db
      .insert(uploadLocks)
      .values({ upload: this.upload, holder: this.holder, until })
      .onConflictDoUpdate({
        target: uploadLocks.upload,
        set: { holder: this.holder, until, isWanted: false },
        setWhere: sql`${uploadLocks.until} < now()`,
      })
      .returning({ holder: uploadLocks.holder });
    return taken.length > 0;
  }
}
