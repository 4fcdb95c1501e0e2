CREATE TRIGGER revisions_no_rewrite BEFORE UPDATE OR DELETE ON "revisions"
FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER revisions_no_truncate BEFORE TRUNCATE ON "revisions"
FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
