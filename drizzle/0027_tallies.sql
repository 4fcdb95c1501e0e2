-- The same sums, with one trigger for each kind of statement, and folded by what they have in common alone: each fold wrote
-- every row of a month and kind anew, which took seconds of the write that it came with.
DROP TRIGGER evidence_counted ON "evidence";--> statement-breakpoint
DROP TRIGGER evidence_counted_anew ON "evidence";--> statement-breakpoint
DROP TRIGGER evidence_counted_no_more ON "evidence";--> statement-breakpoint
DROP TRIGGER evidence_summed ON "evidence";--> statement-breakpoint
DROP TRIGGER evidence_summed_anew ON "evidence";--> statement-breakpoint
DROP TRIGGER evidence_summed_no_more ON "evidence";--> statement-breakpoint
DROP TRIGGER evidence_words_learned ON "evidence";--> statement-breakpoint
DROP TRIGGER evidence_words_learned_anew ON "evidence";--> statement-breakpoint
DROP FUNCTION count_more_evidence();--> statement-breakpoint
DROP FUNCTION count_less_evidence();--> statement-breakpoint
DROP FUNCTION count_changed_evidence();--> statement-breakpoint
DROP FUNCTION fold_evidence_counts_when_many();--> statement-breakpoint
DROP FUNCTION sum_evidence();--> statement-breakpoint
DROP FUNCTION learn_evidence_words();--> statement-breakpoint
-- Makes one row of the many that say how much there is of the same, in one statement: whoever reads meanwhile sees all of the
-- old rows or the new one. Rows that somebody else is folding are left to them. It waits for nobody.
CREATE OR REPLACE FUNCTION fold_evidence_counts() RETURNS void
LANGUAGE sql AS $$
  WITH fresh AS (SELECT * FROM evidence_counts WHERE NOT folded FOR UPDATE SKIP LOCKED),
  alike AS (
    SELECT same.id
    FROM (SELECT DISTINCT first, last, kind, language, countries, is_public FROM fresh) AS one
    CROSS JOIN LATERAL (
      SELECT * FROM evidence_counts AS dated WHERE dated.first = one.first AND dated.kind = one.kind
      UNION ALL
      SELECT * FROM evidence_counts AS open WHERE one.first IS NULL AND open.first IS NULL AND open.kind = one.kind
    ) AS same
    WHERE same.folded AND same.is_public = one.is_public AND same.countries = one.countries
      AND same.last IS NOT DISTINCT FROM one.last AND same.language IS NOT DISTINCT FROM one.language
  ),
  known AS (SELECT id FROM evidence_counts WHERE id IN (SELECT id FROM alike) FOR UPDATE SKIP LOCKED),
  gone AS (
    DELETE FROM evidence_counts WHERE id IN (SELECT id FROM fresh UNION ALL SELECT id FROM known) RETURNING *
  )
  INSERT INTO evidence_counts (first, last, kind, language, countries, is_public, items, folded)
  SELECT first, last, kind, language, countries, is_public, sum(items), true FROM gone
  GROUP BY first, last, kind, language, countries, is_public HAVING sum(items) <> 0
$$;
--> statement-breakpoint
CREATE OR REPLACE FUNCTION fold_evidence_sums() RETURNS void
LANGUAGE sql AS $$
  WITH fresh AS (SELECT * FROM evidence_sums WHERE NOT folded FOR UPDATE SKIP LOCKED),
  alike AS (
    SELECT same.id
    FROM (SELECT DISTINCT facet, value, first, last, is_public FROM fresh) AS one
    JOIN evidence_sums AS same ON same.facet = one.facet AND same.value = one.value
      AND same.folded AND same.is_public = one.is_public
      AND same.first IS NOT DISTINCT FROM one.first AND same.last IS NOT DISTINCT FROM one.last
  ),
  known AS (SELECT id FROM evidence_sums WHERE id IN (SELECT id FROM alike) FOR UPDATE SKIP LOCKED),
  gone AS (
    DELETE FROM evidence_sums WHERE id IN (SELECT id FROM fresh UNION ALL SELECT id FROM known) RETURNING *
  )
  INSERT INTO evidence_sums (facet, value, first, last, is_public, items, folded)
  SELECT facet, value, first, last, is_public, sum(items), true FROM gone
  GROUP BY facet, value, first, last, is_public HAVING sum(items) <> 0
$$;
--> statement-breakpoint
-- One function for the three triggers: a statement's branch is planned when it is first run, where its tables are.
CREATE FUNCTION tally_evidence() RETURNS trigger
LANGUAGE plpgsql AS $$
DECLARE
  counts bigint := 0;
  sums bigint := 0;
  counts_change boolean;
  words_change boolean;
BEGIN
  IF TG_OP = 'INSERT' THEN
    INSERT INTO evidence_counts (first, last, kind, language, countries, is_public, items, folded)
    SELECT counted_first(published_from, published_to), counted_last(published_from, published_to), kind, language, countries,
      state IN ('published', 'corrected') AND sharing IN ('CLEAR', 'GREEN'), count(*), false
    FROM added WHERE state NOT IN ('trashed', 'merged') GROUP BY 1, 2, 3, 4, 5, 6;
    GET DIAGNOSTICS counts = ROW_COUNT;
    INSERT INTO evidence_sums (facet, value, first, last, is_public, items, folded)
    SELECT facet, value, first_day, last_day, state IN ('published', 'corrected') AND sharing IN ('CLEAR', 'GREEN'), count(*), false
    FROM added, evidence_facet_values(kind, language, credibility, state, publisher_id, countries, published_edtf, published_from, published_to)
    WHERE state NOT IN ('trashed', 'merged') GROUP BY 1, 2, 3, 4, 5;
    GET DIAGNOSTICS sums = ROW_COUNT;
    INSERT INTO evidence_words
    SELECT word FROM (SELECT DISTINCT unnest(tsvector_to_array(search)) AS word FROM added) AS used
    WHERE NOT EXISTS (SELECT 1 FROM evidence_words AS known WHERE known.word COLLATE "C" = used.word COLLATE "C");
  ELSIF TG_OP = 'DELETE' THEN
    INSERT INTO evidence_counts (first, last, kind, language, countries, is_public, items, folded)
    SELECT counted_first(published_from, published_to), counted_last(published_from, published_to), kind, language, countries,
      state IN ('published', 'corrected') AND sharing IN ('CLEAR', 'GREEN'), -count(*), false
    FROM removed WHERE state NOT IN ('trashed', 'merged') GROUP BY 1, 2, 3, 4, 5, 6;
    GET DIAGNOSTICS counts = ROW_COUNT;
    INSERT INTO evidence_sums (facet, value, first, last, is_public, items, folded)
    SELECT facet, value, first_day, last_day, state IN ('published', 'corrected') AND sharing IN ('CLEAR', 'GREEN'), -count(*), false
    FROM removed, evidence_facet_values(kind, language, credibility, state, publisher_id, countries, published_edtf, published_from, published_to)
    WHERE state NOT IN ('trashed', 'merged') GROUP BY 1, 2, 3, 4, 5;
    GET DIAGNOSTICS sums = ROW_COUNT;
  ELSE
    SELECT
      bool_or((n.state, n.sharing, n.kind, n.language, n.credibility, n.publisher_id, n.countries, n.published_edtf, n.published_from, n.published_to)
        IS DISTINCT FROM (o.state, o.sharing, o.kind, o.language, o.credibility, o.publisher_id, o.countries, o.published_edtf, o.published_from, o.published_to)),
      bool_or(n.search IS DISTINCT FROM o.search)
    INTO counts_change, words_change FROM added AS n JOIN removed AS o USING (id);
    IF counts_change THEN
      INSERT INTO evidence_counts (first, last, kind, language, countries, is_public, items, folded)
      SELECT counted_first(published_from, published_to), counted_last(published_from, published_to), kind, language, countries,
        state IN ('published', 'corrected') AND sharing IN ('CLEAR', 'GREEN'), sum(change), false
      FROM (
        SELECT published_from, published_to, kind, language, countries, state, sharing, 1 AS change FROM added
        UNION ALL
        SELECT published_from, published_to, kind, language, countries, state, sharing, -1 FROM removed
      ) AS changed
      WHERE state NOT IN ('trashed', 'merged') GROUP BY 1, 2, 3, 4, 5, 6 HAVING sum(change) <> 0;
      GET DIAGNOSTICS counts = ROW_COUNT;
      INSERT INTO evidence_sums (facet, value, first, last, is_public, items, folded)
      SELECT facet, value, first_day, last_day, state IN ('published', 'corrected') AND sharing IN ('CLEAR', 'GREEN'), sum(change), false
      FROM (
        SELECT kind, language, credibility, state, sharing, publisher_id, countries, published_edtf, published_from, published_to, 1 AS change FROM added
        UNION ALL
        SELECT kind, language, credibility, state, sharing, publisher_id, countries, published_edtf, published_from, published_to, -1 FROM removed
      ) AS changed, evidence_facet_values(kind, language, credibility, state, publisher_id, countries, published_edtf, published_from, published_to)
      WHERE state NOT IN ('trashed', 'merged') GROUP BY 1, 2, 3, 4, 5 HAVING sum(change) <> 0;
      GET DIAGNOSTICS sums = ROW_COUNT;
    END IF;
    IF words_change THEN
      INSERT INTO evidence_words
      SELECT word FROM (
        SELECT unnest(tsvector_to_array(added.search)) AS word
        FROM added JOIN removed USING (id) WHERE added.search IS DISTINCT FROM removed.search
        EXCEPT SELECT unnest(tsvector_to_array(search)) FROM removed
      ) AS used
      WHERE NOT EXISTS (SELECT 1 FROM evidence_words AS known WHERE known.word COLLATE "C" = used.word COLLATE "C");
    END IF;
  END IF;
  -- The write that passes a round number folds. A snapshot that is kept for a whole transaction can't skip what changed since.
  IF counts > 0 AND currval('evidence_counts_id_seq') % 500 < counts AND current_setting('transaction_isolation') = 'read committed' THEN
    PERFORM fold_evidence_counts();
  END IF;
  IF sums > 0 AND currval('evidence_sums_id_seq') % 1000 < sums AND current_setting('transaction_isolation') = 'read committed' THEN
    PERFORM fold_evidence_sums();
  END IF;
  RETURN NULL;
END;
$$;
--> statement-breakpoint
CREATE TRIGGER evidence_tallied AFTER INSERT ON "evidence"
REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION tally_evidence();
--> statement-breakpoint
CREATE TRIGGER evidence_tallied_anew AFTER UPDATE ON "evidence"
REFERENCING OLD TABLE AS removed NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION tally_evidence();
--> statement-breakpoint
CREATE TRIGGER evidence_tallied_no_more AFTER DELETE ON "evidence"
REFERENCING OLD TABLE AS removed FOR EACH STATEMENT EXECUTE FUNCTION tally_evidence();
