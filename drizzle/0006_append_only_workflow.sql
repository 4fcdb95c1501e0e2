-- The one change to a stored revision that is lawful: its content is emptied, and it names the later revision of the same
-- record that tells of the erasure. Everything that ties it into the chain stays as it was.
CREATE OR REPLACE FUNCTION refuse_rewrite() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE'
    AND OLD.erased_by_seq IS NULL AND NEW.erased_by_seq IS NOT NULL
    AND NEW.snapshot = '{}'::jsonb AND NEW.reason IS NULL AND NEW.detail IS NULL
    AND (NEW.seq, NEW.record_kind, NEW.record_id, NEW.version, NEW.action, NEW.changed, NEW.author_id, NEW.at, NEW.hash)
      = (OLD.seq, OLD.record_kind, OLD.record_id, OLD.version, OLD.action, OLD.changed, OLD.author_id, OLD.at, OLD.hash)
    AND NEW.previous_hash IS NOT DISTINCT FROM OLD.previous_hash
    AND EXISTS (
      SELECT 1 FROM revisions AS tombstone
      WHERE tombstone.seq = NEW.erased_by_seq AND tombstone.seq > OLD.seq AND tombstone.action LIKE '%.erase'
        AND tombstone.detail @> jsonb_build_object('erased', jsonb_build_array(jsonb_build_object('seq', OLD.seq)))
    )
  THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'The table % is append-only: % is refused', TG_TABLE_NAME, TG_OP USING ERRCODE = 'restrict_violation';
END;
$$;
--> statement-breakpoint
DROP TRIGGER revisions_no_rewrite ON "revisions";
--> statement-breakpoint
CREATE TRIGGER revisions_no_rewrite BEFORE UPDATE OR DELETE ON "revisions"
FOR EACH ROW EXECUTE FUNCTION refuse_rewrite();
--> statement-breakpoint
CREATE TRIGGER corrections_no_rewrite BEFORE UPDATE OR DELETE ON "corrections"
FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER corrections_no_truncate BEFORE TRUNCATE ON "corrections"
FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER reply_entries_no_rewrite BEFORE UPDATE OR DELETE ON "reply_entries"
FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER reply_entries_no_truncate BEFORE TRUNCATE ON "reply_entries"
FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER history_checks_no_rewrite BEFORE UPDATE OR DELETE ON "history_checks"
FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
-- An answer's government is its authority's country. A stored copy, so that the list by government has an index.
CREATE FUNCTION copy_government() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
  NEW.government := (SELECT country FROM organizations WHERE id = NEW.authority_id);
  RETURN NEW;
END;
$$;
--> statement-breakpoint
CREATE TRIGGER responses_government BEFORE INSERT OR UPDATE OF authority_id, government ON "responses"
FOR EACH ROW EXECUTE FUNCTION copy_government();
--> statement-breakpoint
CREATE FUNCTION spread_government() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
  UPDATE responses SET government = NEW.country WHERE authority_id = NEW.id;
  RETURN NULL;
END;
$$;
--> statement-breakpoint
CREATE TRIGGER organizations_government AFTER UPDATE OF country ON "organizations"
FOR EACH ROW WHEN (OLD.country IS DISTINCT FROM NEW.country) EXECUTE FUNCTION spread_government();
--> statement-breakpoint
UPDATE responses SET government = (SELECT country FROM organizations WHERE organizations.id = responses.authority_id);
