import type { Actor } from "@/lib/workflow/actor";
import { fillBypassingApplication } from "./bypass-application";
import { connectAsSuperuser } from "./superuser";

/** Rows of each of the main tables. */
export const MANY = 80_000;

/** The same for the same text, and for another column another: no two columns go together. */
const random = (salt: number) => `(hashint4(n + ${salt * 100_000}) & 2147483647)`;
const one = (salt: number, ...words: string[]) =>
  `(array[${words.map((word) => (word === "null" ? word : `'${word}'`)).join(",")}])[1 + ${random(salt)} % ${words.length}]`;
const id = (kind: string, n = "n") => `md5('${kind}' || (${n}))::uuid`;

// Ten countries with thousands of records each, and one with a dozen.
const COUNTRY = `case when n % 9000 = 1 then 'MT' else ${one(1, "NL", "IT", "FR", "US", "GB", "DE", "ES", "CN", "CA", "PT")} end`;
const COUNTRIES = `array[${COUNTRY}]::char(2)[]`;
const WORDS = `array_to_tsvector(array['station', 'w' || n % 1000, ${one(2, "police", "office", "desk", "hall", "shop")}])`;
/** One of five organizations is named by others. */
const ORGANIZATION = id("organizations", `n % ${MANY / 5}`);

/** A column → its value, for row `n` of `day`. */
type Columns = Readonly<Record<string, string>>;
const dated = (name: string): Columns => ({
  [`${name}_edtf`]: "day::text",
  [`${name}_from`]: "day",
  [`${name}_to`]: "day",
});

const RECORDS: Readonly<Record<string, Columns>> = {
  organizations: {
    name: `'Organization ' || ${random(3)}`,
    kind: `${one(4, "news_outlet", "ngo", "ministry", "police_bureau")}::organization_kind`,
    country: COUNTRY,
    reliability: `${one(5, "A", "B", "C", "F", "null")}::reliability`,
    search: WORDS,
    likeness_keys: `array['n organization ' || ${random(3)}]`,
  },
  stations: {
    name: `'Station ' || ${random(3)}`,
    kind: `${one(4, "overseas_police_service_station", "contact_point", "other")}::station_kind`,
    country: COUNTRY,
    operator_id: ORGANIZATION,
    status: `${one(5, "reported", "denied", "unknown")}::station_status`,
    desk_status: `${one(6, "reported", "ordered_closed", "denied")}::station_status`,
    ...dated("first_reported"),
    latitude: `(${random(9)} % 1600)::numeric / 10 - 80`,
    longitude: `(${random(10)} % 3600)::numeric / 10 - 180`,
    location_precision: `${one(11, "city", "locality", "country")}::location_precision`,
    search: WORDS,
    likeness_keys: `array[${COUNTRY} || ' n station ' || ${random(3)}]`,
  },
  evidence: {
    title: "'Item ' || n",
    kind: `${one(4, "article", "report", "photo", "photo", "statement")}::evidence_kind`,
    language: one(5, "nl", "en", "it", "zh-Hans", "null"),
    credibility: `${one(6, "1", "2", "3", "null")}::credibility`,
    publisher_id: ORGANIZATION,
    countries: COUNTRIES,
    ...dated("published"),
    search: WORDS,
    likeness_keys: "array['t ' || n || ' item']",
  },
  claims: {
    proposition: "'Claim ' || n",
    subject: one(4, "station_exists", "station_count", "alleged_purpose", "closure"),
    scope: "'country'",
    country: COUNTRY,
    position: `${one(5, "asserts", "denies", "confirms")}::claim_position`,
    assessment: `${one(6, "unassessed", "contested", "corroborated")}::assessment`,
    ...dated("asserted"),
    ...dated("period"),
    search: WORDS,
  },
  responses: {
    authority_id: ORGANIZATION,
    government: `(select country from organizations where id = ${ORGANIZATION})`,
    kind: `${one(4, "denial", "statement", "closure_order", "no_comment")}::response_kind`,
    summary: "'Answer ' || n",
    countries: COUNTRIES,
    ...dated("given"),
    search: WORDS,
  },
  events: {
    title: "'Event ' || n",
    kind: `${one(4, "publication", "parliament", "arrests", "court")}::event_kind`,
    country: `case when n % 50 > 0 then ${COUNTRY} end`,
    ...dated("occurred"),
    search: WORDS,
  },
  status_reports: {
    station_id: id("stations"),
    status: `${one(4, "reported", "denied")}::station_status`,
    evidence_id: id("evidence"),
    ...dated("as_of"),
  },
};

const LINKS: Readonly<Record<string, string>> = {
  evidence_stations: `${id("evidence")}, ${id("stations", `n * 7 % ${MANY}`)}`,
  response_stations: `${id("responses")}, ${id("stations", `n * 7 % ${MANY}`)}`,
  claim_claimants: `${id("claims")}, ${ORGANIZATION}, 1`,
  claim_evidence: `${id("claims")}, ${id("evidence", `n * 7 % ${MANY}`)}, ${one(7, "supports", "mentions")}::stance, 'derived', null, null, null`,
  response_claims: `${id("responses")}, ${id("claims", `n * 7 % ${MANY}`)}, ${one(7, "denies", "leaves_unanswered")}::answer`,
};

const IS_OLD = `case when n < ${MANY * 0.9} then`;
/** Events on their way to publication, five steps each; what the desk has written of late is not published. */
const history = (writer: string): Columns => ({
  seq: "last + 1 + n",
  record_kind: "'event'::record_kind",
  record_id: id("events", "n / 5"),
  version: "n % 5 + 1",
  action: `'event.' || (array['record', 'revise', 'submit', 'approve', ${IS_OLD} 'publish' else 'request_changes' end])[n % 5 + 1]`,
  snapshot: `jsonb_build_object('state', case when n % 5 = 4 then ${IS_OLD} 'published' else 'draft' end else 'in_review' end)`,
  changed: "'{}'",
  author_id: `'${writer}'`,
  at: "timestamptz '2022-01-01' + n * interval '1 minute'",
  previous_hash: "case when last + n > 0 then 'sha256:' || repeat('0', 64) end",
  hash: "'sha256:' || encode(sha256(n::text::bytea), 'hex')",
});

export const BIG_TABLES: readonly string[] = [...Object.keys(RECORDS), ...Object.keys(LINKS)];

/** What every record has; two of three are published, the rest is on the desk. */
const editorial = (table: string, writer: string, approver: string): Columns => ({
  id: id(table),
  slug: `'${table.replace("_", "-")}-' || n`,
  state: `${one(8, "published", "published", "published", "published", "in_review", "draft")}::record_state`,
  version: "1",
  created_by: `'${writer}'`,
  updated_by: `'${writer}'`,
  updated_at: "timestamptz '2022-01-01' + n * interval '1 minute'",
  approved_by: `'${approver}'`,
  approved_version: "1",
  published_at: "now()",
});

/** Fills the test's own database past the application. */
export async function makeManyRows(writer: Actor, approver: Actor): Promise<void> {
  const sql = connectAsSuperuser();
  const numbers = `generate_series(0, ${MANY - 1}) as n`;
  const day = "case when n % 20 = 0 then null else date '2010-01-01' + (n * 37 % 5000) end as day";
  await fillBypassingApplication(sql, [...BIG_TABLES, "revisions"], async () => {
    for (const [table, own] of Object.entries(RECORDS)) {
      const columns = { ...editorial(table, writer.id, approver.id), ...own };
      const [into, values] = [Object.keys(columns).join(", "), Object.values(columns).join(", ")];
      await sql.unsafe(
        `insert into ${table} (${into}) select ${values} from (select n, ${day} from ${numbers}) as rows`,
      );
    }
    for (const [table, values] of Object.entries(LINKS)) {
      await sql.unsafe(`insert into ${table} select ${values} from ${numbers}`);
    }
    const revision = history(writer.id);
    const [into, values] = [Object.keys(revision).join(", "), Object.values(revision).join(", ")];
    const last = "(select coalesce(max(seq), 0) as last from revisions) as written";
    await sql.unsafe(`insert into revisions (${into}) select ${values} from ${numbers}, ${last}`);
  });
  await sql.end();
}
