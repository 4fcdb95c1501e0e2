import { parseArgs } from "node:util";
import { z } from "zod";
import { CONSOLE } from "@/db/access/accounts/account-keeper";
import {
  createPerson,
  disablePerson,
  enablePerson,
  findForSignIn,
  listPeople,
  setPasswordHash,
  setRole,
} from "@/db/access/accounts/people";
import { listSessions, revokeAllSessions } from "@/db/access/accounts/sessions";
import { closeDatabase } from "@/db/client";
import { hashPassword, readablePassword } from "@/db/password";
import { ReadableError } from "@/db/readable-error";
import { ROLES } from "@/lib/workflow/actor";
import { Invalid } from "@/lib/workflow/outcome";
import { Refusal } from "@/lib/workflow/refusal";
import { onExit, runCommand } from "./lifetime";
import { reachDatabase } from "./reach-database";

const USAGE = `npm run accounts -- <what>

  create --email who@example.org --name "Full Name" --role ${ROLES.join("|")}
           makes an account and prints its password, once
  list     who there is, and who can sign in
  role     --email … --role …     gives another role; it holds at once
  password --email …              makes a new password, prints it once, ends the sessions
  disable  --email …              ends the sessions; the name stays in the history
  enable   --email …
  sessions [--email … --end]      who is signed in; with --end, signs that person out everywhere`;

const options = {
  email: { type: "string" },
  name: { type: "string" },
  role: { type: "string" },
  end: { type: "boolean" },
} as const;

type Given = { email?: string; name?: string; role?: string; end?: boolean };

const email = z.email("--email must be an e-mail address");
const newAccount = z.object({
  email,
  name: z.string("--name is missing").trim().min(1, "--name is empty").max(200, "--name is too long"),
  role: z.enum(ROLES, `--role must be one of ${ROLES.join(", ")}`),
});

function parseAnswer<S extends z.ZodType>(schema: S, given: unknown): z.output<S> {
  const parsed = schema.safeParse(given);
  if (parsed.success) return parsed.data;
  throw new ReadableError(parsed.error.issues.map(({ message }) => `${message}.`).join("\n"));
}

const withEmail = newAccount.pick({ email: true });

const STEPS: Record<string, (given: Given) => Promise<void>> = {
  async create(given) {
    const account = parseAnswer(newAccount, given);
    const password = readablePassword();
    await createPerson(CONSOLE, { ...account, passwordHash: await hashPassword(password) });
    console.log(`${account.email} (${account.role}). Password, shown only now: ${password}`);
  },
  async list() {
    for (const { email, role, name, canSignIn } of await listPeople(CONSOLE)) {
      console.log(`${email.padEnd(36)}${role.padEnd(10)}${canSignIn ? "can sign in  " : "cannot       "}${name}`);
    }
  },
  async role(given) {
    const { email, role } = parseAnswer(newAccount.pick({ email: true, role: true }), given);
    await setRole(CONSOLE, email, role);
    console.log(`${email} has the role ${role} now.`);
  },
  async password(given) {
    const { email } = parseAnswer(withEmail, given);
    const password = readablePassword();
    await setPasswordHash(CONSOLE, email, await hashPassword(password));
    console.log(`New password of ${email}, shown only now: ${password}`);
  },
  async disable(given) {
    await disablePerson(CONSOLE, parseAnswer(withEmail, given).email);
    console.log(`${given.email} is disabled and signed out.`);
  },
  async enable(given) {
    await enablePerson(CONSOLE, parseAnswer(withEmail, given).email);
    console.log(`${given.email} may sign in again.`);
  },
  async sessions(given) {
    if (given.end) {
      const person = await findForSignIn(parseAnswer(withEmail, given).email);
      if (!person) throw Refusal.notFound();
      console.log(`${await revokeAllSessions(CONSOLE, person.id)} sessions ended.`);
      return;
    }
    for (const { email, createdAt, lastSeenAt } of await listSessions(CONSOLE)) {
      console.log(`${email.padEnd(36)}since ${createdAt}  last seen ${lastSeenAt}`);
    }
  },
};

function readArguments(): { step: (given: Given) => Promise<void>; given: Given } {
  try {
    const { positionals, values } = parseArgs({ options, allowPositionals: true });
    const step = positionals.length === 1 ? STEPS[positionals[0] ?? ""] : undefined;
    if (step) return { step, given: values };
  } catch (error) {
    throw new ReadableError(`${(error as Error).message}\n\n${USAGE}`);
  }
  throw new ReadableError(USAGE);
}

await runCommand(async () => {
  const { step, given } = readArguments();
  await reachDatabase();
  onExit(closeDatabase);
  try {
    await step(given);
  } catch (error) {
    if (error instanceof Refusal && error.kind === "conflict") throw new ReadableError(error.message);
    if (error instanceof Refusal) throw new ReadableError(`There is no account of ${given.email}.`);
    if (error instanceof Invalid) throw new ReadableError(`There is already an account of ${given.email}.`);
    throw error;
  }
  return 0;
});
