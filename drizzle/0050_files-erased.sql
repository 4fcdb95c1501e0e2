ALTER TABLE "custody_events" DROP CONSTRAINT "custody_events_kind";--> statement-breakpoint
ALTER TABLE "custody_events" ADD CONSTRAINT "custody_events_kind" CHECK ("custody_events"."kind" in ('ingestion', 'message digest calculation', 'fixity check', 'redaction', 'dissemination', 'withdrawal', 'deletion'));--> statement-breakpoint
-- What only grows lets an erasure take words from it: by the function below, in whose transaction alone a row may change.
CREATE FUNCTION refuse_unless_erasing() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
  IF current_setting('wederhoor.erasing', true) = pg_current_xact_id()::text THEN
    RETURN coalesce(NEW, OLD);
  END IF;
  RAISE EXCEPTION 'The table % is append-only: % is refused', TG_TABLE_NAME, TG_OP USING ERRCODE = 'restrict_violation';
END;
$$;
--> statement-breakpoint
DROP TRIGGER custody_events_append_only ON "custody_events";--> statement-breakpoint
CREATE TRIGGER custody_events_append_only BEFORE UPDATE OR DELETE ON "custody_events"
FOR EACH ROW EXECUTE FUNCTION refuse_unless_erasing();
--> statement-breakpoint
DROP TRIGGER comment_files_append_only ON "comment_files";--> statement-breakpoint
CREATE TRIGGER comment_files_append_only BEFORE UPDATE OR DELETE ON "comment_files"
FOR EACH ROW EXECUTE FUNCTION refuse_unless_erasing();
--> statement-breakpoint
CREATE FUNCTION erase_files(events uuid[], said uuid[]) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER
SET search_path = public, pg_temp
AS $$
BEGIN
  PERFORM set_config('wederhoor.erasing', pg_current_xact_id()::text, true);
  UPDATE public.custody_events SET detail = '{}' WHERE id = ANY (events);
  DELETE FROM public.comment_files WHERE id = ANY (said);
  PERFORM set_config('wederhoor.erasing', '', true);
END;
$$;
