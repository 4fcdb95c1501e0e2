CREATE INDEX "files_newest" ON "files" USING btree ("at" DESC NULLS FIRST,"id" DESC NULLS FIRST);
--> statement-breakpoint
-- Of a word that most pages have an index is read to its end before a page is seen. Where the newest files have it, and there are
-- many, their first pages are gone through instead, until enough answer; a phrase is said on fewer, of which so many are enough as
-- are shown. Else as in 0063.
CREATE OR REPLACE FUNCTION best_pages(asked tsquery, most_found int, most_ranked int) RETURNS TABLE (file_id uuid, page int, rank real)
LANGUAGE plpgsql STABLE ROWS 50 SET enable_seqscan = off AS $$
#variable_conflict use_column
DECLARE
  words CONSTANT tsquery := all_words_of(asked);
  says_phrase CONSTANT boolean := words <> asked;
  gone_through CONSTANT int := 4 * most_ranked;
  sampled CONSTANT int := 40;
  enough CONSTANT int := CASE WHEN says_phrase THEN 10 ELSE most_ranked END;
  files_found uuid[];
  pages_found int[];
BEGIN
  -- Page by page (OFFSET 0), since the planner would rather join all of them.
  IF EXISTS (SELECT FROM files OFFSET gone_through) AND (
    SELECT count(*) >= sampled / 8 FROM (SELECT id FROM files ORDER BY at DESC, id DESC LIMIT sampled) AS newest
    CROSS JOIN LATERAL (SELECT FROM file_pages AS pages
      WHERE pages.file_id = newest.id AND pages.page = 1 AND coalesce(pages.search @@ words, false) OFFSET 0) AS first
  ) THEN
    SELECT array_agg(id), array_agg(1) INTO files_found, pages_found FROM (
      SELECT newest.id FROM (SELECT id FROM files ORDER BY at DESC, id DESC LIMIT gone_through) AS newest
      CROSS JOIN LATERAL (SELECT FROM file_pages AS pages
        WHERE pages.file_id = newest.id AND pages.page = 1 AND coalesce(pages.search @@ asked, false) OFFSET 0) AS first
      LIMIT most_ranked
    ) AS found;
  END IF;
  IF files_found IS NULL OR cardinality(files_found) < enough THEN
    SELECT array_agg(file_id), array_agg(page) INTO files_found, pages_found FROM (
      SELECT pages.file_id, pages.page FROM file_pages AS pages
      WHERE pages.search @@ words AND (NOT says_phrase OR pages.search @@ asked)
      LIMIT most_found
    ) AS found;
  END IF;
  RETURN QUERY
  WITH numbered AS (
    SELECT found.file_id, found.page, row_number() OVER (PARTITION BY found.file_id ORDER BY found.page) AS nth
    FROM unnest(files_found, pages_found) AS found (file_id, page)
  ), chosen AS MATERIALIZED (
    SELECT numbered.file_id, numbered.page FROM numbered ORDER BY nth, numbered.file_id LIMIT most_ranked
  ), ranked AS (
    SELECT DISTINCT ON (chosen.file_id) chosen.file_id, chosen.page, answer.rank
    FROM chosen CROSS JOIN LATERAL (SELECT ts_rank(pages.search, asked) AS rank FROM file_pages AS pages
      WHERE pages.file_id = chosen.file_id AND pages.page = chosen.page OFFSET 0) AS answer
    ORDER BY chosen.file_id, 3 DESC, chosen.page
  )
  SELECT ranked.file_id, ranked.page, ranked.rank FROM ranked ORDER BY ranked.rank DESC, ranked.file_id;
END;
$$;
