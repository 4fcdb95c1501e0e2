ALTER TABLE "custody_events" DROP CONSTRAINT "custody_events_kind";--> statement-breakpoint
ALTER TABLE "attachments" ADD COLUMN "redacted_from" uuid;--> statement-breakpoint
ALTER TABLE "attachments" ADD CONSTRAINT "attachments_redacted_from_attachments_id_fk" FOREIGN KEY ("redacted_from") REFERENCES "public"."attachments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "attachments_by_original" ON "attachments" USING btree ("redacted_from") WHERE "attachments"."redacted_from" is not null;--> statement-breakpoint
ALTER TABLE "attachments" ADD CONSTRAINT "attachments_not_of_itself" CHECK ("attachments"."redacted_from" <> "attachments"."id");--> statement-breakpoint
ALTER TABLE "custody_events" ADD CONSTRAINT "custody_events_kind" CHECK ("custody_events"."kind" in ('ingestion', 'message digest calculation', 'fixity check', 'redaction', 'dissemination', 'withdrawal'));