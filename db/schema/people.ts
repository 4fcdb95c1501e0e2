import { sql } from "drizzle-orm";
import { check, index, pgEnum, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { LOCALES } from "@/lib/text/locale";
import { ROLES } from "@/lib/workflow/actor";
import { instant } from "./instant";

export const role = pgEnum("role", ROLES);
export const locale = pgEnum("locale", LOCALES);

export const people = pgTable(
  "people",
  {
    id: uuid("id").primaryKey().defaultRandom(),
    email: text("email").notNull().unique(),
    name: text("name").notNull(),
    role: role("role").notNull(),
    /** argon2id, PHC string; null: may be named as an author, can't sign in. */
    passwordHash: text("password_hash"),
    locale: locale("locale"),
    createdAt: instant("created_at").notNull().default(sql`now()`),
    disabledAt: instant("disabled_at"),
  },
  (person) => [
    check("people_email_lower", sql`${person.email} = lower(${person.email})`),
    check("people_name_present", sql`length(trim(${person.name})) > 0`),
  ],
);

export const sessions = pgTable(
  "sessions",
  {
    /** sha256 of the random id that the browser's token carries. */
    id: text("id").primaryKey(),
    personId: uuid("person_id")
      .notNull()
      .references(() => people.id),
    createdAt: instant("created_at").notNull().default(sql`now()`),
    lastSeenAt: instant("last_seen_at").notNull().default(sql`now()`),
    expiresAt: instant("expires_at").notNull(),
    revokedAt: instant("revoked_at"),
  },
  (session) => [index("sessions_person").on(session.personId)],
);
