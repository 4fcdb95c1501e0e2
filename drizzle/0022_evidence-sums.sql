CREATE TABLE "evidence_sums" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "evidence_sums_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"facet" text NOT NULL,
	"value" text NOT NULL,
	"first" date,
	"last" date,
	"is_public" boolean NOT NULL,
	"items" integer NOT NULL,
	"folded" boolean NOT NULL
);
--> statement-breakpoint
CREATE TABLE "evidence_words" (
	"word" text NOT NULL
);
--> statement-breakpoint
CREATE INDEX "evidence_sums_by_value" ON "evidence_sums" USING btree ("facet","value");--> statement-breakpoint
CREATE INDEX "evidence_sums_to_fold" ON "evidence_sums" USING btree ("id") WHERE not "folded";--> statement-breakpoint
CREATE INDEX "evidence_words_by_beginning" ON "evidence_words" USING btree ("word" collate "C");--> statement-breakpoint
CREATE INDEX "evidence_of_days" ON "evidence" USING btree ("published_sort","id") WHERE ("published_to" is null or "published_to" > "published_sort") and "published_edtf" is not null;--> statement-breakpoint
CREATE INDEX "evidence_by_same_date" ON "evidence" USING btree ("published_edtf","slug");
--> statement-breakpoint
-- Each facet's value of one item, a row each.
CREATE FUNCTION evidence_facet_values(
  kind evidence_kind, language text, credibility credibility, state record_state, publisher uuid, countries char(2)[],
  edtf text, first date, last date
) RETURNS TABLE (facet text, value text, first_day date, last_day date)
LANGUAGE sql STABLE AS $$
  SELECT 'kind', kind::text, NULL::date, NULL::date
  UNION ALL SELECT 'language', coalesce(language, 'none'), NULL, NULL
  UNION ALL SELECT 'credibility', coalesce(credibility::text, 'none'), NULL, NULL
  UNION ALL SELECT 'state', state::text, NULL, NULL
  UNION ALL SELECT 'publisher', coalesce(publisher::text, 'none'), NULL, NULL
  UNION ALL SELECT 'country', about.place::text, NULL, NULL FROM unnest(countries) AS about (place)
  UNION ALL SELECT 'date', coalesce(edtf, 'none'), first, last
$$;
--> statement-breakpoint
-- Makes one row of the many of a value, as fold_evidence_counts() does; it waits for nobody.
CREATE FUNCTION fold_evidence_sums() RETURNS void
LANGUAGE sql AS $$
  WITH fresh AS (SELECT id, facet, value FROM evidence_sums WHERE NOT folded FOR UPDATE SKIP LOCKED),
  known AS (
    SELECT id FROM evidence_sums
    WHERE folded AND (facet, value) IN (SELECT facet, value FROM fresh)
    FOR UPDATE SKIP LOCKED
  ),
  gone AS (
    DELETE FROM evidence_sums WHERE id IN (SELECT id FROM fresh UNION ALL SELECT id FROM known) RETURNING *
  )
  INSERT INTO evidence_sums (facet, value, first, last, is_public, items, folded)
  SELECT facet, value, first, last, is_public, sum(items), true FROM gone
  GROUP BY facet, value, first, last, is_public HAVING sum(items) <> 0
$$;
--> statement-breakpoint
-- One function for the three triggers: a statement's branch is planned when it is first run, where its tables are.
CREATE FUNCTION sum_evidence() RETURNS trigger
LANGUAGE plpgsql AS $$
DECLARE
  made bigint;
BEGIN
  IF TG_OP = 'INSERT' THEN
    INSERT INTO evidence_sums (facet, value, first, last, is_public, items, folded)
    SELECT facet, value, first_day, last_day, state IN ('published', 'corrected') AND sharing IN ('CLEAR', 'GREEN'), count(*), false
    FROM added, evidence_facet_values(kind, language, credibility, state, publisher_id, countries, published_edtf, published_from, published_to)
    WHERE state NOT IN ('trashed', 'merged') GROUP BY 1, 2, 3, 4, 5;
  ELSIF TG_OP = 'DELETE' THEN
    INSERT INTO evidence_sums (facet, value, first, last, is_public, items, folded)
    SELECT facet, value, first_day, last_day, state IN ('published', 'corrected') AND sharing IN ('CLEAR', 'GREEN'), -count(*), false
    FROM removed, evidence_facet_values(kind, language, credibility, state, publisher_id, countries, published_edtf, published_from, published_to)
    WHERE state NOT IN ('trashed', 'merged') GROUP BY 1, 2, 3, 4, 5;
  ELSE
    INSERT INTO evidence_sums (facet, value, first, last, is_public, items, folded)
    SELECT facet, value, first_day, last_day, state IN ('published', 'corrected') AND sharing IN ('CLEAR', 'GREEN'), sum(change), false
    FROM (
      SELECT kind, language, credibility, state, sharing, publisher_id, countries, published_edtf, published_from, published_to, 1 AS change FROM added
      UNION ALL
      SELECT kind, language, credibility, state, sharing, publisher_id, countries, published_edtf, published_from, published_to, -1 FROM removed
    ) AS changed, evidence_facet_values(kind, language, credibility, state, publisher_id, countries, published_edtf, published_from, published_to)
    WHERE state NOT IN ('trashed', 'merged') GROUP BY 1, 2, 3, 4, 5 HAVING sum(change) <> 0;
  END IF;
  GET DIAGNOSTICS made = ROW_COUNT;
  -- A snapshot that is kept for a whole transaction can't skip what changed since.
  IF made > 0 AND currval('evidence_sums_id_seq') % 1000 < made AND current_setting('transaction_isolation') = 'read committed' THEN
    PERFORM fold_evidence_sums();
  END IF;
  RETURN NULL;
END;
$$;
--> statement-breakpoint
CREATE TRIGGER evidence_summed AFTER INSERT ON "evidence"
REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION sum_evidence();
--> statement-breakpoint
CREATE TRIGGER evidence_summed_anew AFTER UPDATE ON "evidence"
REFERENCING OLD TABLE AS removed NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION sum_evidence();
--> statement-breakpoint
CREATE TRIGGER evidence_summed_no_more AFTER DELETE ON "evidence"
REFERENCING OLD TABLE AS removed FOR EACH STATEMENT EXECUTE FUNCTION sum_evidence();
--> statement-breakpoint
CREATE FUNCTION recount_evidence_sums() RETURNS void
LANGUAGE sql AS $$
  DELETE FROM evidence_sums;
  INSERT INTO evidence_sums (facet, value, first, last, is_public, items, folded)
  SELECT facet, value, first_day, last_day, state IN ('published', 'corrected') AND sharing IN ('CLEAR', 'GREEN'), count(*), true
  FROM evidence, evidence_facet_values(kind, language, credibility, state, publisher_id, countries, published_edtf, published_from, published_to)
  WHERE state NOT IN ('trashed', 'merged') GROUP BY 1, 2, 3, 4, 5
$$;
--> statement-breakpoint
-- The words that begin as asked, instead of the beginning: PostgreSQL finds a word's items without collecting those of all
-- that begin so. A beginning of many words is left as it is.
CREATE FUNCTION evidence_words_query(asked text) RETURNS tsquery
LANGUAGE plpgsql STABLE AS $$
DECLARE
  sought text := to_tsquery('simple', asked)::text;
  beginning text;
  known text[];
BEGIN
  -- A word with a quotation mark in it is left alone.
  IF position('''''' IN sought) > 0 THEN
    RETURN sought::tsquery;
  END IF;
  FOR beginning IN SELECT DISTINCT matched[1] FROM regexp_matches(sought, '''([[:alnum:]]+)'':\*', 'g') AS matched LOOP
    SELECT array_agg(word) INTO known FROM (
      SELECT word FROM evidence_words
      WHERE word COLLATE "C" >= beginning AND word COLLATE "C" < beginning || chr(1114111) LIMIT 17
    ) AS words;
    IF coalesce(cardinality(known), 0) < 17 THEN
      SELECT replace(sought, format('''%s'':*', beginning), format('(%s)', string_agg(format('''%s''', replace(replace(word, '\', '\\'), '''', '''''')), ' | ')))
      INTO sought FROM (SELECT DISTINCT unnest(known || beginning) AS word) AS words;
    END IF;
  END LOOP;
  RETURN sought::tsquery;
END;
$$;
--> statement-breakpoint
CREATE FUNCTION learn_evidence_words() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    INSERT INTO evidence_words
    SELECT word FROM (SELECT DISTINCT unnest(tsvector_to_array(search)) AS word FROM added) AS used
    WHERE NOT EXISTS (SELECT 1 FROM evidence_words AS known WHERE known.word COLLATE "C" = used.word COLLATE "C");
  ELSE
    INSERT INTO evidence_words
    SELECT word FROM (
      SELECT unnest(tsvector_to_array(added.search)) AS word
      FROM added JOIN removed USING (id) WHERE added.search IS DISTINCT FROM removed.search
      EXCEPT SELECT unnest(tsvector_to_array(search)) FROM removed
    ) AS used
    WHERE NOT EXISTS (SELECT 1 FROM evidence_words AS known WHERE known.word COLLATE "C" = used.word COLLATE "C");
  END IF;
  RETURN NULL;
END;
$$;
--> statement-breakpoint
CREATE TRIGGER evidence_words_learned AFTER INSERT ON "evidence"
REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION learn_evidence_words();
--> statement-breakpoint
CREATE TRIGGER evidence_words_learned_anew AFTER UPDATE ON "evidence"
REFERENCING OLD TABLE AS removed NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION learn_evidence_words();
--> statement-breakpoint
CREATE FUNCTION learn_all_evidence_words() RETURNS void
LANGUAGE sql AS $$
  DELETE FROM evidence_words;
  INSERT INTO evidence_words SELECT word FROM ts_stat('SELECT search FROM evidence')
$$;
--> statement-breakpoint
CREATE OR REPLACE FUNCTION recount_evidence() RETURNS void
LANGUAGE plpgsql AS $$
BEGIN
  LOCK TABLE evidence IN SHARE MODE;
  DELETE FROM evidence_counts;
  INSERT INTO evidence_counts (first, last, kind, language, countries, is_public, items, folded)
  SELECT counted_first(published_from, published_to), counted_last(published_from, published_to), kind, language, countries,
    state IN ('published', 'corrected') AND sharing IN ('CLEAR', 'GREEN'), count(*), true
  FROM evidence WHERE state NOT IN ('trashed', 'merged') GROUP BY 1, 2, 3, 4, 5, 6;
  PERFORM recount_evidence_sums();
  PERFORM learn_all_evidence_words();
END;
$$;
--> statement-breakpoint
SELECT recount_evidence_sums();
--> statement-breakpoint
SELECT learn_all_evidence_words();
