-- The words of a phrase wherever they stand: an index answers that twice as fast as the phrase, for which it looks at no
-- position either. Where something is excluded it is left as it is: what has the words need not say them.
CREATE FUNCTION all_words_of(asked tsquery) RETURNS tsquery
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT CASE WHEN asked::text ~ '!' THEN asked ELSE regexp_replace(asked::text, '<(-|\d+)>', '&', 'g')::tsquery END
$$;
--> statement-breakpoint
-- As in 0049, by the words of a phrase first.
CREATE OR REPLACE FUNCTION best_pages(asked tsquery, most_found int, most_ranked int) RETURNS TABLE (file_id uuid, page int, rank real)
LANGUAGE sql STABLE ROWS 50 SET enable_seqscan = off AS $$
  WITH found AS MATERIALIZED (
    SELECT pages.file_id, pages.page FROM file_pages AS pages
    WHERE pages.search @@ (SELECT all_words_of(asked)) AND ((SELECT all_words_of(asked) = asked) OR pages.search @@ asked)
    LIMIT most_found
  ), numbered AS (
    SELECT found.file_id, found.page, row_number() OVER (PARTITION BY found.file_id ORDER BY found.page) AS nth FROM found
  ), chosen AS MATERIALIZED (
    SELECT numbered.file_id, numbered.page FROM numbered ORDER BY nth, numbered.file_id LIMIT most_ranked
  ), ranked AS (
    SELECT DISTINCT ON (chosen.file_id) chosen.file_id, chosen.page, ts_rank(pages.search, asked) AS rank
    FROM chosen JOIN file_pages AS pages ON pages.file_id = chosen.file_id AND pages.page = chosen.page
    ORDER BY chosen.file_id, 3 DESC, chosen.page
  )
  SELECT ranked.file_id, ranked.page, ranked.rank FROM ranked ORDER BY ranked.rank DESC, ranked.file_id
$$;
