import { existsSync } from "node:fs";
import { z } from "zod";
import { isTimeZone } from "@/lib/dates/time-zone";
import { parseSigner } from "@/lib/history/signed-note";
import { parseStorageUrl } from "./files/storage-url";
import { systemZone } from "./newsroom";
import { ReadableError } from "./readable-error";

const optional = <T extends z.ZodType>(schema: T) =>
  z.preprocess((value) => (value === "" ? undefined : value), schema);

const addresses = z.union([z.ipv4(), z.ipv6(), z.cidrv4(), z.cidrv6()]);

const variables = {
  DATABASE_URL: optional(
    z
      .string()
      .regex(/^postgres(ql)?:\/\/\S+$/, "must start with postgres:// or postgresql://")
      .optional(),
  ),
  DATABASE_OWNER_URL: optional(
    z
      .string()
      .regex(/^postgres(ql)?:\/\/\S+$/, "must start with postgres:// or postgresql://")
      .optional(),
  ),
  DATA_DIR: optional(z.string().default(".data")),
  HOST: optional(
    z
      .string()
      .regex(/^[\w.:-]+$/, "must be an address or a host name, as in 127.0.0.1")
      .default("127.0.0.1"),
  ),
  PORT: optional(
    z.coerce
      .number("must be a number")
      .int("must be a whole number")
      .min(1, "must be 1 to 65535")
      .max(65535, "must be 1 to 65535")
      .default(3000),
  ),
  NEXTAUTH_SECRET: optional(z.string().min(32, "must have at least 32 characters").optional()),
  NEXTAUTH_URL: optional(z.url({ protocol: /^https?$/, error: "must be an http:// or https:// address" }).optional()),
  SESSION_IDLE_HOURS: optional(
    z.coerce.number("must be a number").min(0.25, "must be 0.25 to 336").max(336, "must be 0.25 to 336").optional(),
  ),
  SITE_HOSTS: optional(
    z
      .string()
      .regex(/^[\w.:[\]-]+(\s*,\s*[\w.:[\]-]+)*$/, "must be hosts with commas between them, as in desk.example.org")
      .optional(),
  ),
  TRUSTED_PROXIES: optional(
    z
      .string()
      .refine(
        (listed) => listed.split(",").every((entry) => addresses.safeParse(entry.trim()).success),
        "must be addresses or networks, as in 10.0.0.0/8",
      )
      .optional(),
  ),
  DEMO_PASSWORDS: optional(z.enum(["keep"], { error: "must be keep, or nothing" }).optional()),
  REQUEST_LOG: optional(z.string().optional()),
  METRICS_PORT: optional(
    z.coerce
      .number("must be a number")
      .int("must be a whole number")
      .min(1, "must be 1 to 65535")
      .max(65535, "must be 1 to 65535")
      .optional(),
  ),
  TIME_ZONE: optional(
    z
      .string()
      .refine(isTimeZone, "must be the IANA name of a time zone, as in Europe/Amsterdam")
      .default(() => systemZone()),
  ),
  CHECKPOINT_KEY: optional(
    z
      .string()
      .refine((text) => parseSigner(text) !== null, "must be a signing key, as in PRIVATE+KEY+name+1a2b3c4d+…")
      .optional(),
  ),
  CHECKPOINT_WEBHOOK: optional(
    z.url({ protocol: /^https?$/, error: "must be an http:// or https:// address" }).optional(),
  ),
  CHECKPOINT_MAIL: optional(z.email("must be an e-mail address").optional()),
  SMTP_URL: optional(z.url({ protocol: /^smtps?$/, error: "must be an smtp:// or smtps:// address" }).optional()),
  SMTP_FROM: optional(z.email("must be an e-mail address").optional()),
  LARGEST_FILE: optional(
    z.coerce.number("must be a number").int("must be a whole number").min(1, "must be at least 1").optional(),
  ),
  STORAGE_URL: optional(
    z
      .string()
      .refine(
        (text) => parseStorageUrl(text) !== null,
        "must be s3://bucket/prefix?endpoint=https://…&region=…, or file:///folder",
      )
      .optional(),
  ),
  AWS_ACCESS_KEY_ID: optional(z.string().optional()),
  AWS_SECRET_ACCESS_KEY: optional(z.string().optional()),
  AWS_SESSION_TOKEN: optional(z.string().optional()),
  AWS_REGION: optional(z.string().optional()),
  FETCH_PAGES: optional(z.enum(["on"], { error: "must be on, or nothing" }).optional()),
  FETCH_ALLOWED: optional(
    z
      .string()
      .regex(/^[\w.:[\]-]+(\s*,\s*[\w.:[\]-]+)*$/, "must be hosts with commas between them, as in wiki.example.org")
      .optional(),
  ),
  PRESERVE_NEW: optional(z.enum(["on"], { error: "must be on, or nothing" }).optional()),
  CAPTURE_BROWSER: optional(
    z.enum(["off", "unsandboxed"], { error: "must be off, unsandboxed, or nothing" }).optional(),
  ),
  MAP_STYLE_URL: optional(
    z.url({ protocol: /^https?$/, error: "must be an http:// or https:// address" }).optional(),
  ),
};

const schema = z
  .object(variables)
  .refine(({ CHECKPOINT_MAIL, SMTP_URL }) => !CHECKPOINT_MAIL || SMTP_URL, {
    path: ["CHECKPOINT_MAIL"],
    message: "needs SMTP_URL, the server that takes mail",
  })
  .refine((set) => !set.STORAGE_URL?.startsWith("s3:") || (set.AWS_ACCESS_KEY_ID && set.AWS_SECRET_ACCESS_KEY), {
    path: ["STORAGE_URL"],
    message: "needs AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY",
  });

/** What the machine's owner may set, each with its default filled in. */
export type Environment = z.infer<typeof schema>;

/** Where checkpoints leave the house. */
export const outletsOf = ({ CHECKPOINT_WEBHOOK, CHECKPOINT_MAIL, SMTP_URL, SMTP_FROM }: Environment) => ({
  webhook: CHECKPOINT_WEBHOOK,
  mail: CHECKPOINT_MAIL,
  smtp: SMTP_URL,
  from: SMTP_FROM,
});

/** Every variable that is read, as `.env.example` must list them. */
export const VARIABLES = Object.keys(variables);

/** Wrong values in the environment, one readable line each. */
export class EnvironmentError extends ReadableError {
  override name = "EnvironmentError";
  constructor(readonly lines: string[]) {
    super(lines.join("\n"));
  }
}

/**
 * Reads the environment; an empty string counts as not set.
 * @throws EnvironmentError with one line for each wrong value (values are not repeated: some are secrets)
 */
export function readEnvironment(source: Record<string, string | undefined>): Environment {
  const parsed = schema.safeParse(source);
  if (parsed.success) return parsed.data;
  throw new EnvironmentError(parsed.error.issues.map((issue) => `${issue.path.join(".")} ${issue.message}.`));
}

/** The environment of this process, completed by the file `.env` (what is set already wins). */
export function loadEnvironment(): Environment {
  if (existsSync(".env")) process.loadEnvFile(".env");
  return readEnvironment(process.env);
}
