import { randomInt } from "node:crypto";
import { hash, verify } from "@node-rs/argon2";

/** argon2id (the library's default) at OWASP's first recommendation: 19 MiB, two passes, one lane. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** @returns a PHC string */
export const hashPassword = (password: string): Promise<string> => hash(password.normalize("NFC"), COST);

let decoy: Promise<string> | undefined;

/** Takes as long for nobody's hash (null) as for somebody's, so that the time doesn't tell who has an account. */
export async function passwordMatches(password: string, passwordHash: string | null): Promise<boolean> {
  decoy ??= hashPassword(readablePassword());
  // Waited for in both cases: it is made for the first attempt after a start, whoever's that is.
  const nobodys = await decoy;
  const matches = await verify(passwordHash ?? nobodys, password.normalize("NFC")).catch(() => false);
  return matches && passwordHash !== null;
}

// Letters and digits that are not taken for one another, in groups: about 79 bits.
const SIGNS = "abcdefghjkmnpqrstuvwxyz23456789";

/** A random password that can be read aloud and typed: "k7mq-xw3d-p9tn-4hrc". */
export function readablePassword(): string {
  const group = () => Array.from({ length: 4 }, () => SIGNS[randomInt(SIGNS.length)]).join("");
  return [group(), group(), group(), group()].join("-");
}
