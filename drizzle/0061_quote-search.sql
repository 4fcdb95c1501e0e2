DROP INDEX "claim_evidence_quotes";--> statement-breakpoint
ALTER TABLE "claim_evidence" ADD COLUMN "quote_search" "tsvector" GENERATED ALWAYS AS (case when "quote" is not null then search_document(null, "quote") end) STORED;--> statement-breakpoint
CREATE INDEX "claim_evidence_quotes" ON "claim_evidence" USING gin ("quote_search");