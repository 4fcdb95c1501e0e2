-- Texts made alike before they are compared: compatibility forms, accents and points, case, letters that differ by habit.
-- lib/text/folding.ts folds a question the same way; what is listed here is listed there.
CREATE OR REPLACE FUNCTION fold(text) RETURNS text
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
BEGIN ATOMIC
  SELECT CASE WHEN plain ~ '[øłđðħıŧŋəɓɗƙɨƀǥςґٱٲٳةىکڪیہھە٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹०१२३४५६७८९০১২৩৪৫৬৭৮৯๐๑๒๓๔๕๖๗๘๙æœßþװױײ]' THEN translate(
    replace(replace(replace(replace(replace(replace(replace(plain, 'æ', 'ae'), 'œ', 'oe'), 'ß', 'ss'), 'þ', 'th'), 'װ', 'וו'), 'ױ', 'וי'), 'ײ', 'יי'),
    'øłđðħıŧŋəɓɗƙɨƀǥςґٱٲٳةىکڪیہھە٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹०१२३४५६७८९০১২৩৪৫৬৭৮৯๐๑๒๓๔๕๖๗๘๙',
    'olddhitnebdkibgσгاااهيككيههه01234567890123456789012345678901234567890123456789') ELSE plain END
  FROM (
    SELECT lower(normalize(regexp_replace(normalize($1, NFKD), '[\u00ad\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u061c\u0621\u0640\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e4\u06e7\u06e8\u06ea-\u06ed\u0711\u0730-\u074a\u08ca-\u08e1\u08e3-\u08ff\u115f\u1160\u17b4\u17b5\u180b-\u180f\u1ab0-\u1aff\u1dc0-\u1dff\u200b-\u200f\u202a-\u202e\u2060-\u206f\u20d0-\u20ff\u2de0-\u2dff\u3164\ua66f-\ua67d\ufe00-\ufe0f\ufe20-\ufe2f\ufeff\uffa0\ufff0-\ufff8\U0001d173-\U0001d17a\U000e0000-\U000e0fff]+', '', 'g'), NFC)) AS plain
    OFFSET 0
  ) AS text;
END;
--> statement-breakpoint
-- Every word of a folded text with its place. PostgreSQL's own parser takes "police/station" for a file and cuts Hindi at
-- its vowels, differently in each locale.
CREATE FUNCTION words_of(text) RETURNS tsvector
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
BEGIN ATOMIC
  SELECT coalesce(string_agg(left(word, 500) || ':' || least(place, 16383), ' '), '')::tsvector
  FROM string_to_table(trim(regexp_replace($1, '[\u0001-\u002f\u003a-\u0040\u005b-\u0060\u007b-\u00bf\u00d7\u00f7\u02b9-\u02c5\u02d2-\u02eb\u02ed\u02ef-\u02ff\u0375\u037e\u0384-\u0387\u03f6\u0482\u055a-\u055f\u0589-\u058f\u05be\u05c0\u05c3\u05c6\u05f3-\u060f\u061b-\u061f\u066a-\u066d\u06d4\u06dd\u06de\u06e9\u06fd\u06fe\u0700-\u070f\u07f6-\u07f9\u07fe\u07ff\u0830-\u083e\u085e\u0888\u0890\u0891\u08e2\u0964\u0965\u0970\u09f2\u09f3\u09fa\u09fb\u09fd\u0a76\u0af0\u0af1\u0b70\u0bf3-\u0bfa\u0c77\u0c7f\u0c84\u0d4f\u0d79\u0df4\u0e3f\u0e4f\u0e5a\u0e5b\u0f01-\u0f17\u0f1a-\u0f1f\u0f34\u0f36\u0f38\u0f3a-\u0f3d\u0f85\u0fbe-\u0fc5\u0fc7-\u0fda\u104a-\u104f\u109e\u109f\u10fb\u1360-\u1368\u1390-\u1399\u1400\u166d\u166e\u1680\u169b\u169c\u16eb-\u16ed\u1735\u1736\u17d4-\u17d6\u17d8-\u17db\u1800-\u180a\u180e\u1940-\u1945\u19de-\u19ff\u1a1e\u1a1f\u1aa0-\u1aa6\u1aa8-\u1aad\u1b4e\u1b4f\u1b5a-\u1b6a\u1b74-\u1b7f\u1bfc-\u1bff\u1c3b-\u1c3f\u1c7e\u1c7f\u1cc0-\u1cc7\u1cd3\u1fbd-\u20c1\u2100-\u212e\u213a-\u214d\u214f\u218a-\u24e9\u2500-\u2775\u2794-\u2bff\u2ce5-\u2cea\u2cf9-\u2cfc\u2cfe\u2cff\u2d70\u2e00-\u2e2e\u2e30-\u3020\u3030\u3036\u3037\u303d-\u303f\u309b\u309c\u30a0\u30fb\u3190-\u319f\u31c0-\u31ef\u3200-\u3247\u3250-\u33ff\u4dc0-\u4dff\ua490-\ua4c6\ua4fe\ua4ff\ua60d-\ua60f\ua673\ua67e\ua6f2-\ua716\ua720\ua721\ua789\ua78a\ua828-\ua82b\ua836-\ua839\ua874-\ua877\ua8ce\ua8cf\ua8f8-\ua8fa\ua8fc\ua92e\ua92f\ua95f\ua9c1-\ua9cd\ua9de\ua9df\uaa5c-\uaa5f\uaa77-\uaa79\uaade\uaadf\uaaf0\uaaf1\uab5b\uab6a\uab6b\uabeb\ufb29-\ufdff\ufe10-\ufe19\ufe30-\ufe6b\ufeff-\ufffd\U0001f000-\U0001fbff\u0e01-\u0e3a\u0e40-\u0e4e\u0e81-\u0ecf\u0edc-\u0edf\u1000-\u103f\u1050-\u1089\u1780-\u17d3\u17d7\u3041-\u3096\u309d-\u309f\u30a1-\u30fa\u30fc-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]+', ' ', 'g')), ' ')
    WITH ORDINALITY AS found(word, place)
  WHERE word <> '';
END;
--> statement-breakpoint
-- Of what is written without spaces every pair of neighbours is a word, and so is the last character, for who asks for one.
CREATE FUNCTION unspaced_bigrams(text) RETURNS text[]
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
BEGIN ATOMIC
  SELECT coalesce(array_agg(DISTINCT substr(run[1], place, 2)), '{}')
  FROM regexp_matches($1, '[\u0e01-\u0e3a\u0e40-\u0e4e\u0e81-\u0ecf\u0edc-\u0edf\u1000-\u103f\u1050-\u1089\u1780-\u17d3\u17d7\u3041-\u3096\u309d-\u309f\u30a1-\u30fa\u30fc-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]+', 'g') AS found(run),
       LATERAL generate_series(1, length(run[1])) AS place;
END;
--> statement-breakpoint
-- What a text can be found by: its words as they stand, their stems in its own language, and its bigrams.
CREATE OR REPLACE FUNCTION search_document(language text, content text) RETURNS tsvector
LANGUAGE sql IMMUTABLE PARALLEL SAFE
BEGIN ATOMIC
  SELECT words_of(folded) || to_tsvector(config, folded) || array_to_tsvector(unspaced_bigrams(folded))
  FROM (
    SELECT fold(content) AS folded,
      CASE left(coalesce(language, 'en'), 2)
        WHEN 'nl' THEN 'dutch'::regconfig
        WHEN 'de' THEN 'german'::regconfig
        WHEN 'fr' THEN 'french'::regconfig
        WHEN 'it' THEN 'italian'::regconfig
        WHEN 'es' THEN 'spanish'::regconfig
        WHEN 'pt' THEN 'portuguese'::regconfig
        WHEN 'sv' THEN 'swedish'::regconfig
        WHEN 'no' THEN 'norwegian'::regconfig
        WHEN 'fi' THEN 'finnish'::regconfig
        WHEN 'hu' THEN 'hungarian'::regconfig
        WHEN 'ro' THEN 'romanian'::regconfig
        WHEN 'en' THEN 'english'::regconfig
        ELSE 'simple'::regconfig
      END AS config
    OFFSET 0
  ) AS text;
END;
--> statement-breakpoint
DROP FUNCTION cjk_bigrams(text);
--> statement-breakpoint
-- A generated column is reckoned anew only by making it anew.
ALTER TABLE "organizations" DROP COLUMN "search";
--> statement-breakpoint
ALTER TABLE "organizations" ADD COLUMN "search" "tsvector" GENERATED ALWAYS AS (search_document(null, coalesce("name", '') || ' ' || coalesce(join_texts("alternate_names"), '') || ' ' || coalesce("url", ''))) STORED;
--> statement-breakpoint
CREATE INDEX "organizations_search" ON "organizations" USING gin ("search");
--> statement-breakpoint
ALTER TABLE "stations" DROP COLUMN "search";
--> statement-breakpoint
ALTER TABLE "stations" ADD COLUMN "search" "tsvector" GENERATED ALWAYS AS (search_document(null, coalesce("name", '') || ' ' || coalesce("city", '') || ' ' || coalesce(join_texts("alternate_names"), '') || ' ' || coalesce("locality_note", '') || ' ' || coalesce("note", ''))) STORED;
--> statement-breakpoint
CREATE INDEX "stations_search" ON "stations" USING gin ("search");
--> statement-breakpoint
ALTER TABLE "evidence" DROP COLUMN "search";
--> statement-breakpoint
ALTER TABLE "evidence" ADD COLUMN "search" "tsvector" GENERATED ALWAYS AS (search_document("language", coalesce("title", '') || ' ' || coalesce("summary", '') || ' ' || coalesce("author", '') || ' ' || coalesce("note", '') || ' ' || coalesce("url", '') || ' ' || coalesce("archive_url", '') || ' ' || coalesce("accessed_via", ''))) STORED;
--> statement-breakpoint
CREATE INDEX "evidence_search" ON "evidence" USING gin ("search");
--> statement-breakpoint
ALTER TABLE "claims" DROP COLUMN "search";
--> statement-breakpoint
ALTER TABLE "claims" ADD COLUMN "search" "tsvector" GENERATED ALWAYS AS (search_document(null, coalesce("proposition", '') || ' ' || coalesce("spokesperson", '') || ' ' || coalesce(replace("subject", '_', ' '), '') || ' ' || coalesce("note", ''))) STORED;
--> statement-breakpoint
CREATE INDEX "claims_search" ON "claims" USING gin ("search");
--> statement-breakpoint
ALTER TABLE "responses" DROP COLUMN "search";
--> statement-breakpoint
ALTER TABLE "responses" ADD COLUMN "search" "tsvector" GENERATED ALWAYS AS (search_document("quote_language", coalesce("summary", '') || ' ' || coalesce("quote", '') || ' ' || coalesce("quote_translation", '') || ' ' || coalesce("official_role", '') || ' ' || coalesce("official_name", '') || ' ' || coalesce("note", ''))) STORED;
--> statement-breakpoint
CREATE INDEX "responses_search" ON "responses" USING gin ("search");
--> statement-breakpoint
ALTER TABLE "events" DROP COLUMN "search";
--> statement-breakpoint
ALTER TABLE "events" ADD COLUMN "search" "tsvector" GENERATED ALWAYS AS (search_document(null, coalesce("title", '') || ' ' || coalesce("summary", '') || ' ' || coalesce("note", ''))) STORED;
--> statement-breakpoint
CREATE INDEX "events_search" ON "events" USING gin ("search");
--> statement-breakpoint
CREATE INDEX "claim_evidence_quotes" ON "claim_evidence" USING gin (search_document(null, "quote")) WHERE "quote" is not null;
