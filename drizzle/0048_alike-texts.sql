CREATE TABLE "alike_texts" (
	"attachment_id" uuid NOT NULL,
	"other_id" uuid NOT NULL,
	"share" real NOT NULL,
	"other_share" real NOT NULL,
	CONSTRAINT "alike_texts_attachment_id_other_id_pk" PRIMARY KEY("attachment_id","other_id"),
	CONSTRAINT "alike_texts_shares" CHECK ("alike_texts"."share" between 0 and 1 and "alike_texts"."other_share" between 0 and 1)
);
--> statement-breakpoint
CREATE TABLE "compared_texts" (
	"attachment_id" uuid PRIMARY KEY NOT NULL,
	"at" timestamp(3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "not_copies" (
	"lower_id" uuid NOT NULL,
	"higher_id" uuid NOT NULL,
	"said_by" uuid NOT NULL,
	"said_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "not_copies_lower_id_higher_id_pk" PRIMARY KEY("lower_id","higher_id"),
	CONSTRAINT "not_copies_ordered" CHECK ("not_copies"."lower_id" < "not_copies"."higher_id")
);
--> statement-breakpoint
CREATE TABLE "text_fingerprints" (
	"hash" bigint NOT NULL,
	"evidence_id" uuid NOT NULL,
	CONSTRAINT "text_fingerprints_hash_evidence_id_pk" PRIMARY KEY("hash","evidence_id")
);
--> statement-breakpoint
ALTER TABLE "saved_views" ADD COLUMN "removed_at" timestamp(3) with time zone;--> statement-breakpoint
ALTER TABLE "view_alerts" ADD COLUMN "failures" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "view_alerts" ADD COLUMN "retry_at" timestamp(3) with time zone;--> statement-breakpoint
ALTER TABLE "alike_texts" ADD CONSTRAINT "alike_texts_attachment_id_attachments_id_fk" FOREIGN KEY ("attachment_id") REFERENCES "public"."attachments"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "alike_texts" ADD CONSTRAINT "alike_texts_other_id_attachments_id_fk" FOREIGN KEY ("other_id") REFERENCES "public"."attachments"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "compared_texts" ADD CONSTRAINT "compared_texts_attachment_id_attachments_id_fk" FOREIGN KEY ("attachment_id") REFERENCES "public"."attachments"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "not_copies" ADD CONSTRAINT "not_copies_said_by_people_id_fk" FOREIGN KEY ("said_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "alike_texts_other" ON "alike_texts" USING btree ("other_id");--> statement-breakpoint
CREATE INDEX "not_copies_higher" ON "not_copies" USING btree ("higher_id");--> statement-breakpoint
CREATE INDEX "text_fingerprints_evidence" ON "text_fingerprints" USING btree ("evidence_id");