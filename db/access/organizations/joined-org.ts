import { type SQL, sql } from "drizzle-orm";
import type { AnyPgColumn } from "drizzle-orm/pg-core";
import type { Org } from "@/lib/figures/independence";

type OrgTable = Readonly<Record<"id" | "slug" | "name", AnyPgColumn>>;

/** An organization as one value. */
export const asOrg = ({ id, slug, name }: OrgTable): SQL<Org> =>
  sql<Org>`json_build_object('id', ${id}, 'slug', ${slug}, 'name', ${name})`;

/** A joined organization as one value; null when it is not there or not the reader's to see. */
export const joinedOrg = (org: OrgTable): SQL<Org | null> =>
  sql<Org | null>`case when ${org.id} is not null then ${asOrg(org)} end`;
