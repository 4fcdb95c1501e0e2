CREATE INDEX "evidence_by_carrier" ON "evidence" USING btree ("carried_by_id","published_sort","id");--> statement-breakpoint
CREATE INDEX "claims_by_relay" ON "claims" USING btree ("relayed_by_id","asserted_sort","id");--> statement-breakpoint
CREATE INDEX "status_reports_by_date" ON "status_reports" USING btree ("as_of_sort","id");