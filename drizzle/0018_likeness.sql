-- Names and addresses made alike before they are compared, so that what may be on file already is found by an index.
-- lib/text/name-key.ts and lib/text/address-key.ts do the same; what is listed here is listed there.
CREATE FUNCTION name_key(text) RETURNS text
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
BEGIN ATOMIC
  SELECT left(coalesce(
    string_agg(word, ' ' ORDER BY word COLLATE "C") FILTER (WHERE word <> ALL ('{the,a,an,de,het,een,der,die,das,den,le,la,les,l,el,los,las,il,lo,gli,un,une,una,al,and,en,und,et,y,e,inc,incorporated,ltd,limited,llc,llp,plc,corp,corporation,co,company,gmbh,ag,kg,bv,nv,vof,sa,sas,sarl,srl,spa,oy,oyj,ab,asa,aps,kft,zrt,sro,doo,ltda,pty,pte,ооо,оао,зао,пао,ао}'::text[])),
    string_agg(word, ' ' ORDER BY word COLLATE "C"),
    ''), 500)
  FROM (
    SELECT DISTINCT word
    FROM string_to_table(
      regexp_replace(
        regexp_replace(
          regexp_replace(
            regexp_replace(fold($1), '[.''’‘ʼ`´]+', '', 'g'),
            '[\u0001-\u002f\u003a-\u0040\u005b-\u0060\u007b-\u00bf\u00d7\u00f7\u02b9-\u02c5\u02d2-\u02eb\u02ed\u02ef-\u02ff\u0375\u037e\u0384-\u0387\u03f6\u0482\u055a-\u055f\u0589-\u058f\u05be\u05c0\u05c3\u05c6\u05f3-\u060f\u061b-\u061f\u066a-\u066d\u06d4\u06dd\u06de\u06e9\u06fd\u06fe\u0700-\u070f\u07f6-\u07f9\u07fe\u07ff\u0830-\u083e\u085e\u0888\u0890\u0891\u08e2\u0964\u0965\u0970\u09f2\u09f3\u09fa\u09fb\u09fd\u0a76\u0af0\u0af1\u0b70\u0bf3-\u0bfa\u0c77\u0c7f\u0c84\u0d4f\u0d79\u0df4\u0e3f\u0e4f\u0e5a\u0e5b\u0f01-\u0f17\u0f1a-\u0f1f\u0f34\u0f36\u0f38\u0f3a-\u0f3d\u0f85\u0fbe-\u0fc5\u0fc7-\u0fda\u104a-\u104f\u109e\u109f\u10fb\u1360-\u1368\u1390-\u1399\u1400\u166d\u166e\u1680\u169b\u169c\u16eb-\u16ed\u1735\u1736\u17d4-\u17d6\u17d8-\u17db\u1800-\u180a\u180e\u1940-\u1945\u19de-\u19ff\u1a1e\u1a1f\u1aa0-\u1aa6\u1aa8-\u1aad\u1b4e\u1b4f\u1b5a-\u1b6a\u1b74-\u1b7f\u1bfc-\u1bff\u1c3b-\u1c3f\u1c7e\u1c7f\u1cc0-\u1cc7\u1cd3\u1fbd-\u20c1\u2100-\u212e\u213a-\u214d\u214f\u218a-\u24e9\u2500-\u2775\u2794-\u2bff\u2ce5-\u2cea\u2cf9-\u2cfc\u2cfe\u2cff\u2d70\u2e00-\u2e2e\u2e30-\u3020\u3030\u3036\u3037\u303d-\u303f\u309b\u309c\u30a0\u30fb\u3190-\u319f\u31c0-\u31ef\u3200-\u3247\u3250-\u33ff\u4dc0-\u4dff\ua490-\ua4c6\ua4fe\ua4ff\ua60d-\ua60f\ua673\ua67e\ua6f2-\ua716\ua720\ua721\ua789\ua78a\ua828-\ua82b\ua836-\ua839\ua874-\ua877\ua8ce\ua8cf\ua8f8-\ua8fa\ua8fc\ua92e\ua92f\ua95f\ua9c1-\ua9cd\ua9de\ua9df\uaa5c-\uaa5f\uaa77-\uaa79\uaade\uaadf\uaaf0\uaaf1\uab5b\uab6a\uab6b\uabeb\ufb29-\ufdff\ufe10-\ufe19\ufe30-\ufe6b\ufeff-\ufffd\U0001f000-\U0001fbff]+', ' ', 'g'),
          '([\u0e01-\u0e3a\u0e40-\u0e4e\u0e81-\u0ecf\u0edc-\u0edf\u1000-\u103f\u1050-\u1089\u1780-\u17d3\u17d7\u3041-\u3096\u309d-\u309f\u30a1-\u30fa\u30fc-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]) (?=[\u0e01-\u0e3a\u0e40-\u0e4e\u0e81-\u0ecf\u0edc-\u0edf\u1000-\u103f\u1050-\u1089\u1780-\u17d3\u17d7\u3041-\u3096\u309d-\u309f\u30a1-\u30fa\u30fc-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff])', '\1', 'g'),
        '股份有限公司|有限责任公司|有限責任公司|有限公司|株式会社', '', 'g'),
      ' ') AS found(word)
    WHERE word <> ''
  ) AS words;
END;
--> statement-breakpoint
CREATE FUNCTION address_key(text) RETURNS text
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
BEGIN ATOMIC
  SELECT left(
    regexp_replace(regexp_replace(regexp_replace(lower(part[1]), '^www[0-9]?\.', ''), '(?::80|:443)$', ''), '\.$', '')
    || regexp_replace(part[2], '/+$', '')
    || coalesce((
      SELECT '?' || string_agg(field, '&' ORDER BY field COLLATE "C")
      FROM string_to_table(substr(part[3], 2), '&') AS asked(field)
      WHERE field <> ''
        AND field !~* '^(?:utm_[^=]*|fbclid|gclid|dclid|gbraid|wbraid|msclkid|yclid|twclid|igshid|igsh|mc_cid|mc_eid|_ga|_gl|ref_src|ref_url|cmpid|ocid|smid)(?:=|$)'
    ), '')
    || CASE WHEN part[4] ~ '^#[/!]' THEN part[4] ELSE '' END, 500)
  FROM regexp_match(
    regexp_replace(
      regexp_replace(trim($1), '^https?://(?:www\.)?(?:web\.archive\.org/web/[0-9]+[a-z_*]*/|archive\.(?:ph|today|is|li|vn|md|fo)/(?:o/[A-Za-z0-9]+|[0-9]{4,})/)(?=.)', '', 'i'),
      '^https?:/+', '', 'i'),
    '^([^/?#]*)([^?#]*)(\?[^#]*)?(#.*)?$') AS part;
END;
--> statement-breakpoint
-- The keys by which a record is found, as likenessKeys of lib/records/likeness.ts asks for them.
CREATE FUNCTION organization_keys(name text, others text[], url text) RETURNS text[]
LANGUAGE sql IMMUTABLE PARALLEL SAFE
BEGIN ATOMIC
  SELECT array_agg(DISTINCT key)
  FROM (
    SELECT 'n ' || name_key(name) AS key
    UNION ALL SELECT 'o ' || name_key(other) FROM unnest(others) AS other
    UNION ALL SELECT 's ' || substring(address_key(url) FROM '^[^/?#]*')
  ) AS keys
  WHERE length(key) > 2;
END;
--> statement-breakpoint
CREATE FUNCTION station_keys(country text, name text, others text[], city text) RETURNS text[]
LANGUAGE sql IMMUTABLE PARALLEL SAFE
BEGIN ATOMIC
  SELECT array_agg(DISTINCT country || ' ' || key)
  FROM (
    SELECT 'n ' || name_key(name) AS key
    UNION ALL SELECT 'o ' || name_key(other) FROM unnest(others) AS other
    UNION ALL SELECT 'c ' || name_key(city)
  ) AS keys
  WHERE length(key) > 2;
END;
--> statement-breakpoint
CREATE FUNCTION evidence_keys(title text, url text, archive_url text) RETURNS text[]
LANGUAGE sql IMMUTABLE PARALLEL SAFE
BEGIN ATOMIC
  SELECT array_agg(DISTINCT key)
  FROM (
    SELECT 't ' || name_key(title) AS key
    UNION ALL SELECT 'a ' || address_key(url)
    UNION ALL SELECT 'a ' || address_key(archive_url)
  ) AS keys
  WHERE length(key) > 2;
END;
--> statement-breakpoint
CREATE TABLE "distinct_records" (
	"record_kind" "record_kind" NOT NULL,
	"lower_id" uuid NOT NULL,
	"higher_id" uuid NOT NULL,
	"said_by" uuid NOT NULL,
	"said_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "distinct_records_record_kind_lower_id_higher_id_pk" PRIMARY KEY("record_kind","lower_id","higher_id"),
	CONSTRAINT "distinct_records_ordered" CHECK ("distinct_records"."lower_id" < "distinct_records"."higher_id")
);
--> statement-breakpoint
ALTER TABLE "evidence" ADD COLUMN "likeness_keys" text[] GENERATED ALWAYS AS (evidence_keys("title", "url", "archive_url")) STORED;--> statement-breakpoint
ALTER TABLE "organizations" ADD COLUMN "likeness_keys" text[] GENERATED ALWAYS AS (organization_keys("name", "alternate_names", "url")) STORED;--> statement-breakpoint
ALTER TABLE "stations" ADD COLUMN "likeness_keys" text[] GENERATED ALWAYS AS (station_keys("country", "name", "alternate_names", "city")) STORED;--> statement-breakpoint
ALTER TABLE "distinct_records" ADD CONSTRAINT "distinct_records_said_by_people_id_fk" FOREIGN KEY ("said_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "distinct_records_higher" ON "distinct_records" USING btree ("record_kind","higher_id");--> statement-breakpoint
CREATE INDEX "evidence_alike" ON "evidence" USING gin ("likeness_keys");--> statement-breakpoint
CREATE INDEX "organizations_alike" ON "organizations" USING gin ("likeness_keys");--> statement-breakpoint
CREATE INDEX "stations_alike" ON "stations" USING gin ("likeness_keys");
--> statement-breakpoint
CREATE TRIGGER distinct_records_no_rewrite BEFORE UPDATE OR DELETE ON "distinct_records"
FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER distinct_records_no_truncate BEFORE TRUNCATE ON "distinct_records"
FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
