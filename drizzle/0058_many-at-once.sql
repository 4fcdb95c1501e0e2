-- The parts of each revision as four texts, one for all of them: they are cut at a sign that JSON never holds as itself, which
-- takes a tenth of what reading them as JSON takes. For the rest as it was.
DROP FUNCTION append_revisions(json, json, bigint);--> statement-breakpoint
CREATE FUNCTION append_revisions(
  starts text, before_hashes text, before_places text, ends text, named json, written_before bigint
) RETURNS bigint
LANGUAGE plpgsql
SET plan_cache_mode = 'force_generic_plan'
AS $$
DECLARE
  last_seq bigint;
  last_hash text;
  moment text;
  part record;
  wholes text[] := '{}';
  hashes text[] := '{}';
  whole text;
BEGIN
  PERFORM pg_advisory_xact_lock(7031942);
  IF EXISTS (
    SELECT FROM json_to_recordset(named) AS n(kind record_kind, slug text)
    JOIN merges ON merges.record_kind = n.kind AND merges.absorbed_slug = n.slug AND merges.is_active
  ) THEN
    RAISE EXCEPTION 'A record that is named here became another one' USING ERRCODE = 'WH001';
  END IF;
  -- No revision is dated before the one that it follows.
  SELECT seq, hash, at INTO last_seq, last_hash, moment FROM revisions ORDER BY seq DESC LIMIT 1;
  last_seq := coalesce(last_seq, 0);
  moment := to_char(
    greatest(date_trunc('milliseconds', clock_timestamp()), moment::timestamptz) AT TIME ZONE 'UTC',
    'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'
  );
  FOR part IN
    SELECT * FROM unnest(
      string_to_array(starts, E'\x1e'), string_to_array(before_hashes, E'\x1e'), string_to_array(before_places, E'\x1e'),
      string_to_array(ends, E'\x1e')
    ) AS given(start, before_hash, before_place, rest)
  LOOP
    whole := part.start || moment || part.before_hash || coalesce('"' || last_hash || '"', 'null') || part.before_place
      || last_seq + cardinality(wholes) + 1 || part.rest;
    last_hash := 'sha256:' || encode(sha256(convert_to(whole, 'UTF8')), 'hex');
    wholes := wholes || whole;
    hashes := hashes || last_hash;
  END LOOP;
  INSERT INTO revisions (
    seq, record_kind, record_id, version, action, snapshot, changed, reason, detail, author_id, at, previous_hash, hash
  )
  SELECT
    last_seq + place, (content ->> 'recordKind')::record_kind, (content ->> 'recordId')::uuid,
    (content ->> 'version')::int, content ->> 'action', content -> 'snapshot',
    ARRAY(SELECT jsonb_array_elements_text(content -> 'changed')), content ->> 'reason', content -> 'detail',
    (content ->> 'authorId')::uuid, moment::timestamptz, content ->> 'previousHash', made.hash
  FROM (
    SELECT text::jsonb AS content, own.hash, place
    FROM unnest(wholes, hashes) WITH ORDINALITY AS own(text, hash, place)
    OFFSET 0
  ) AS made;
  RETURN last_seq + 1;
END;
$$;
--> statement-breakpoint
-- As it was, but that a transaction of very many rows may fold once.
CREATE OR REPLACE FUNCTION tally_evidence() RETURNS trigger
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
  -- The write that passes a round number folds. A snapshot that is kept for a whole transaction can't skip what changed since,
  -- and what writes very many in one folds once, as its last.
  IF current_setting('transaction_isolation') = 'read committed'
    AND coalesce(current_setting('wederhoor.folds_last', true), '') = '' THEN
    IF counts > 0 AND currval('evidence_counts_id_seq') % 500 < counts THEN
      PERFORM fold_evidence_counts();
    END IF;
    IF sums > 0 AND currval('evidence_sums_id_seq') % 1000 < sums THEN
      PERFORM fold_evidence_sums();
    END IF;
  END IF;
  RETURN NULL;
END;
$$;
--> statement-breakpoint
ALTER TABLE "revisions" DROP CONSTRAINT "revisions_hash_form";--> statement-breakpoint
ALTER TABLE "revisions" ADD CONSTRAINT "revisions_hash_form" CHECK (length("revisions"."hash") = 71 and "revisions"."hash" ~ '^sha256:[0-9a-f]+$');
