DROP INDEX "evidence_by_kind";--> statement-breakpoint
CREATE INDEX "evidence_by_kind" ON "evidence" USING btree ("kind","published_sort","id","state","published_edtf","published_to","countries");