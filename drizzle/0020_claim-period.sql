ALTER TABLE "claims" ADD COLUMN "period_edtf" text;--> statement-breakpoint
ALTER TABLE "claims" ADD COLUMN "period_from" date;--> statement-breakpoint
ALTER TABLE "claims" ADD COLUMN "period_to" date;--> statement-breakpoint
ALTER TABLE "claims" ADD COLUMN "period_sort" date GENERATED ALWAYS AS (coalesce("period_from", "period_to", '0001-01-01'::date)) STORED NOT NULL;--> statement-breakpoint
CREATE INDEX "claims_by_period" ON "claims" USING gist (daterange("period_from", "period_to", '[]')) WHERE "claims"."period_edtf" is not null;--> statement-breakpoint
ALTER TABLE "claims" ADD CONSTRAINT "claims_period_range" CHECK (("period_edtf" is null) = ("period_from" is null and "period_to" is null) and ("period_from" is null or "period_to" is null or "period_from" <= "period_to"));