CREATE TABLE "evidence_counts" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "evidence_counts_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"first" date,
	"last" date,
	"kind" "evidence_kind" NOT NULL,
	"language" text,
	"countries" char(2)[] NOT NULL,
	"is_public" boolean NOT NULL,
	"items" integer NOT NULL,
	"folded" boolean NOT NULL
);
--> statement-breakpoint
CREATE INDEX "evidence_counts_by_month" ON "evidence_counts" USING btree ("first","kind");--> statement-breakpoint
CREATE INDEX "evidence_counts_to_fold" ON "evidence_counts" USING btree ("id") WHERE not "folded";
--> statement-breakpoint
-- The first and last day of the month that a whole date lies in; the date's own days where it is no month's.
CREATE FUNCTION counted_first(first date, last date) RETURNS date
LANGUAGE sql IMMUTABLE AS $$
  SELECT CASE WHEN extract(year FROM first) = extract(year FROM last) AND extract(month FROM first) = extract(month FROM last)
    THEN first - (extract(day FROM first)::int - 1) ELSE first END
$$;
--> statement-breakpoint
CREATE FUNCTION counted_last(first date, last date) RETURNS date
LANGUAGE sql IMMUTABLE AS $$
  SELECT CASE WHEN extract(year FROM first) = extract(year FROM last) AND extract(month FROM first) = extract(month FROM last)
    THEN (first - (extract(day FROM first)::int - 1) + interval '1 month')::date - 1 ELSE last END
$$;
--> statement-breakpoint
-- Makes one row of the many of a month and kind, in one statement: whoever reads meanwhile sees all of the old rows or
-- the new one. Rows that somebody else is folding are left to them. It waits for nobody.
CREATE FUNCTION fold_evidence_counts() RETURNS void
LANGUAGE sql AS $$
  WITH fresh AS (SELECT id, first, kind FROM evidence_counts WHERE NOT folded FOR UPDATE SKIP LOCKED),
  known AS (
    SELECT id FROM evidence_counts
    WHERE folded AND (coalesce(first, 'infinity'), kind) IN (SELECT coalesce(first, 'infinity'), kind FROM fresh)
    FOR UPDATE SKIP LOCKED
  ),
  gone AS (
    DELETE FROM evidence_counts WHERE id IN (SELECT id FROM fresh UNION ALL SELECT id FROM known) RETURNING *
  )
  INSERT INTO evidence_counts (first, last, kind, language, countries, is_public, items, folded)
  SELECT first, last, kind, language, countries, is_public, sum(items), true FROM gone
  GROUP BY first, last, kind, language, countries, is_public HAVING sum(items) <> 0
$$;
--> statement-breakpoint
-- Folds when there is something to gain. A snapshot that is kept for a whole transaction can't skip what changed since.
CREATE FUNCTION fold_evidence_counts_when_many() RETURNS void
LANGUAGE plpgsql AS $$
BEGIN
  IF current_setting('transaction_isolation') = 'read committed'
    AND (SELECT count(*) FROM (SELECT 1 FROM evidence_counts WHERE NOT folded LIMIT 500) AS rows) = 500
  THEN
    PERFORM fold_evidence_counts();
  END IF;
END;
$$;
--> statement-breakpoint
CREATE FUNCTION count_more_evidence() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO evidence_counts (first, last, kind, language, countries, is_public, items, folded)
  SELECT counted_first(published_from, published_to), counted_last(published_from, published_to), kind, language, countries,
    state IN ('published', 'corrected') AND sharing IN ('CLEAR', 'GREEN'), count(*), false
  FROM added WHERE state <> 'trashed' GROUP BY 1, 2, 3, 4, 5, 6;
  PERFORM fold_evidence_counts_when_many();
  RETURN NULL;
END;
$$;
--> statement-breakpoint
CREATE FUNCTION count_less_evidence() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO evidence_counts (first, last, kind, language, countries, is_public, items, folded)
  SELECT counted_first(published_from, published_to), counted_last(published_from, published_to), kind, language, countries,
    state IN ('published', 'corrected') AND sharing IN ('CLEAR', 'GREEN'), -count(*), false
  FROM removed WHERE state <> 'trashed' GROUP BY 1, 2, 3, 4, 5, 6;
  PERFORM fold_evidence_counts_when_many();
  RETURN NULL;
END;
$$;
--> statement-breakpoint
CREATE FUNCTION count_changed_evidence() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO evidence_counts (first, last, kind, language, countries, is_public, items, folded)
  SELECT counted_first(published_from, published_to), counted_last(published_from, published_to), kind, language, countries,
    state IN ('published', 'corrected') AND sharing IN ('CLEAR', 'GREEN'), sum(change), false
  FROM (
    SELECT published_from, published_to, kind, language, countries, state, sharing, 1 AS change FROM added
    UNION ALL
    SELECT published_from, published_to, kind, language, countries, state, sharing, -1 FROM removed
  ) AS changed
  WHERE state <> 'trashed' GROUP BY 1, 2, 3, 4, 5, 6 HAVING sum(change) <> 0;
  PERFORM fold_evidence_counts_when_many();
  RETURN NULL;
END;
$$;
--> statement-breakpoint
CREATE TRIGGER evidence_counted AFTER INSERT ON "evidence"
REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION count_more_evidence();
--> statement-breakpoint
CREATE TRIGGER evidence_counted_anew AFTER UPDATE ON "evidence"
REFERENCING OLD TABLE AS removed NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION count_changed_evidence();
--> statement-breakpoint
CREATE TRIGGER evidence_counted_no_more AFTER DELETE ON "evidence"
REFERENCING OLD TABLE AS removed FOR EACH STATEMENT EXECUTE FUNCTION count_less_evidence();
--> statement-breakpoint
-- Counts all over again: for the evidence that is there already, and for what fills the table past its triggers.
CREATE FUNCTION recount_evidence() RETURNS void
LANGUAGE plpgsql AS $$
BEGIN
  LOCK TABLE evidence IN SHARE MODE;
  DELETE FROM evidence_counts;
  INSERT INTO evidence_counts (first, last, kind, language, countries, is_public, items, folded)
  SELECT counted_first(published_from, published_to), counted_last(published_from, published_to), kind, language, countries,
    state IN ('published', 'corrected') AND sharing IN ('CLEAR', 'GREEN'), count(*), true
  FROM evidence WHERE state <> 'trashed' GROUP BY 1, 2, 3, 4, 5, 6;
END;
$$;
--> statement-breakpoint
SELECT recount_evidence();
