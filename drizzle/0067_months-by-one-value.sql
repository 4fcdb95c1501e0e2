DROP INDEX "evidence_sums_by_value";--> statement-breakpoint
CREATE INDEX "evidence_sums_by_value" ON "evidence_sums" USING btree ("facet","value","first");
--> statement-breakpoint
-- Each facet's value of one item, a row each, and three of them by its month as well: of a million items as few sums as of ten
-- thousand, where those of all sets of countries grow with the items.
CREATE OR REPLACE FUNCTION evidence_facet_values(
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
  UNION ALL SELECT dated.facet, dated.value, counted_first(first, last), counted_last(first, last) FROM (
    SELECT 'month_kind', kind::text
    UNION ALL SELECT 'month_language', coalesce(language, 'none')
    UNION ALL SELECT 'month_country', about.place::text FROM unnest(countries) AS about (place)
    UNION ALL SELECT 'month_country', 'none' WHERE cardinality(countries) = 0
  ) AS dated (facet, value)
$$;
--> statement-breakpoint
-- As it was, along the index for each day.
CREATE OR REPLACE FUNCTION fold_evidence_sums() RETURNS void
LANGUAGE sql AS $$
  WITH fresh AS (SELECT * FROM evidence_sums WHERE NOT folded FOR UPDATE SKIP LOCKED),
  alike AS (
    SELECT same.id
    FROM (SELECT DISTINCT facet, value, first, last, is_public FROM fresh) AS one
    CROSS JOIN LATERAL (
      SELECT * FROM evidence_sums AS dated WHERE dated.facet = one.facet AND dated.value = one.value AND dated.first = one.first
      UNION ALL
      SELECT * FROM evidence_sums AS open
      WHERE one.first IS NULL AND open.facet = one.facet AND open.value = one.value AND open.first IS NULL
    ) AS same
    WHERE same.folded AND same.is_public = one.is_public AND same.last IS NOT DISTINCT FROM one.last
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
SELECT recount_evidence_sums();
