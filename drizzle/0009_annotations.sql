CREATE TYPE "public"."annotation_state" AS ENUM('shown', 'removed');--> statement-breakpoint
ALTER TYPE "public"."record_kind" ADD VALUE 'annotation';--> statement-breakpoint
CREATE TABLE "annotations" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"state" "annotation_state" DEFAULT 'shown' NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"text" text NOT NULL,
	"language" text,
	"dated_edtf" text,
	"dated_from" date,
	"dated_to" date,
	"dated_sort" date GENERATED ALWAYS AS (coalesce("dated_from", "dated_to", '0001-01-01'::date)) STORED NOT NULL,
	"country" char(2),
	"created_by" uuid NOT NULL,
	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
	"updated_by" uuid NOT NULL,
	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "annotations_text_present" CHECK (length(trim("annotations"."text")) > 0),
	CONSTRAINT "annotations_dated" CHECK ("annotations"."dated_edtf" is not null),
	CONSTRAINT "annotations_version_positive" CHECK ("annotations"."version" >= 1),
	CONSTRAINT "annotations_dated_range" CHECK (("dated_edtf" is null) = ("dated_from" is null and "dated_to" is null) and ("dated_from" is null or "dated_to" is null or "dated_from" <= "dated_to")),
	CONSTRAINT "annotations_country_form" CHECK ("country" is null or "country" ~ '^[A-Z]{2}$')
);
--> statement-breakpoint
ALTER TABLE "annotations" ADD CONSTRAINT "annotations_created_by_people_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "annotations" ADD CONSTRAINT "annotations_updated_by_people_id_fk" FOREIGN KEY ("updated_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "annotations_by_date" ON "annotations" USING btree ("dated_sort","id") WHERE "annotations"."state" = 'shown';