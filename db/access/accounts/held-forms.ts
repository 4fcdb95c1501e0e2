import { createCipheriv, createDecipheriv, createHash, randomBytes } from "node:crypto";
import { and, eq, gt, inArray, lt, or, sql } from "drizzle-orm";
import type { FormValues } from "@/lib/workflow/outcome";
import { db } from "../../client";
import { heldForms } from "../../schema";

/** Long enough to find one's password. */
export const HELD_SECONDS = 60 * 60;
/** Anybody may post a form: what they leave here stays small. */
const MOST = 500;
const LONGEST = 200_000;

export type HeldForm = {
  /** The page that it was posted to, with its query. */
  readonly path: string;
  /** Which of the page's forms it is. */
  readonly form: string;
  /** The person whom the page was drawn for. */
  readonly by: string;
  readonly values: FormValues;
};

const keyOf = (token: string) => createHash("sha256").update(`key ${token}`).digest("hex");
const secretOf = (token: string) => createHash("sha256").update(`secret ${token}`).digest();

function seal(token: string, text: string): string {
  const nonce = randomBytes(12);
  const cipher = createCipheriv("aes-256-gcm", secretOf(token), nonce);
  const body = Buffer.concat([cipher.update(text, "utf8"), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), body]).toString("base64url");
}

function unseal(token: string, sealed: string): string {
  const bytes = Buffer.from(sealed, "base64url");
  const decipher = createDecipheriv("aes-256-gcm", secretOf(token), bytes.subarray(0, 12));
  decipher.setAuthTag(bytes.subarray(12, 28));
  return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString("utf8");
}

/** Keeps a form for an hour. @returns the token that reads it, for its writer's browser alone; null when it is too long */
export async function holdForm(form: HeldForm): Promise<string | null> {
  const text = JSON.stringify(form);
  if (text.length > LONGEST) return null;
  const token = randomBytes(32).toString("base64url");
  const oldest = db.select({ key: heldForms.key }).from(heldForms).orderBy(sql`${heldForms.heldAt} desc`);
  await db.delete(heldForms).where(or(lt(heldForms.heldAt, past()), inArray(heldForms.key, oldest.offset(MOST - 1))));
  await db.insert(heldForms).values({ key: keyOf(token), sealed: seal(token, text) });
  return token;
}

const past = () => sql`now() - make_interval(secs => ${HELD_SECONDS})`;

/** The form behind a token, while it is kept. */
export async function findHeldForm(token: string): Promise<HeldForm | null> {
  const [row] = await db
    .select({ sealed: heldForms.sealed })
    .from(heldForms)
    .where(and(eq(heldForms.key, keyOf(token)), gt(heldForms.heldAt, past())));
  return row ? (JSON.parse(unseal(token, row.sealed)) as HeldForm) : null;
}

export async function dropHeldForm(token: string): Promise<void> {
  await db.delete(heldForms).where(eq(heldForms.key, keyOf(token)));
}
