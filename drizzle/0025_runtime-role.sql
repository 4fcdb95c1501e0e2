-- The one change that a revision may undergo: an erasure empties it, and names the tombstone that tells of it. The role that the
-- site runs as may not change the table; the trigger lets nobody do more than this.
CREATE FUNCTION erase_revisions(erased bigint[], tombstone bigint) RETURNS void
LANGUAGE sql SECURITY DEFINER
SET search_path = public, pg_temp
AS $$
  UPDATE public.revisions SET snapshot = '{}', reason = NULL, detail = NULL, erased_by_seq = tombstone
  WHERE seq = ANY (erased);
$$;
--> statement-breakpoint
CREATE TRIGGER history_checks_no_truncate BEFORE TRUNCATE ON "history_checks"
FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
