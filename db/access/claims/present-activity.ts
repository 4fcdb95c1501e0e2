import { and, inArray, sql } from "drizzle-orm";
import type { Actor } from "@/lib/workflow/actor";
import { claims } from "../../schema";
import { visibleTo } from "../visibility";

/** Claims that there is a station in a country, of visible records; "none" is no such claim. */
export const reportsPresentActivity = (actor: Actor) =>
  and(
    visibleTo(actor, claims),
    inArray(claims.subject, ["station_count", "existence", "presence"]),
    inArray(claims.position, ["asserts", "confirms"]),
    sql`${claims.valueNumber} is distinct from 0`,
  );
