-- Of each file that a question finds the page that answers best, best first. A usual word stands on most pages, and to rank
-- one its whole text is read: so many are found, and of these some ranked, of every file its first before the second of any.
-- Along the index alone: the planner takes rows whose text stands elsewhere for small, and would rather read all of them.
CREATE FUNCTION best_pages(asked tsquery, most_found int, most_ranked int) RETURNS TABLE (file_id uuid, page int, rank real)
LANGUAGE sql STABLE ROWS 50 SET enable_seqscan = off AS $$
  WITH found AS MATERIALIZED (
    SELECT pages.file_id, pages.page FROM file_pages AS pages WHERE pages.search @@ asked LIMIT most_found
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
