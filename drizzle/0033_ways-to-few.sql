DROP INDEX "evidence_by_carrier";--> statement-breakpoint
CREATE INDEX "evidence_waiting_by_creator" ON "evidence" USING btree ("created_by","state","updated_at","id") WHERE "state" in ('in_review', 'approved', 'changes_requested', 'draft');--> statement-breakpoint
CREATE INDEX "evidence_waiting_by_writer" ON "evidence" USING btree ("updated_by","state","updated_at","id") WHERE "state" in ('in_review', 'approved', 'changes_requested', 'draft') and "updated_by" <> "created_by";--> statement-breakpoint
CREATE INDEX "evidence_published_by_creation" ON "evidence" USING btree ("created_at") WHERE "published_at" is not null;--> statement-breakpoint
CREATE INDEX "revisions_moved" ON "revisions" USING btree ("record_kind","record_id") WHERE "version" > 1 and "changed" && '{station,stations}'::text[];--> statement-breakpoint
CREATE INDEX "evidence_by_carrier" ON "evidence" USING btree ("carried_by_id","published_sort","id") WHERE "carried_by_id" is not null;