CREATE TABLE "attachments" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"file_id" uuid NOT NULL,
	"subject_kind" "record_kind" NOT NULL,
	"subject_id" uuid NOT NULL,
	"name" text NOT NULL,
	"at" timestamp(3) with time zone DEFAULT now() NOT NULL,
	"by" uuid NOT NULL,
	"withdrawn_at" timestamp(3) with time zone,
	"withdrawn_by" uuid,
	"reason" text,
	CONSTRAINT "attachments_once" UNIQUE("subject_kind","subject_id","file_id"),
	CONSTRAINT "attachments_withdrawn_whole" CHECK (("attachments"."withdrawn_at" is null) = ("attachments"."withdrawn_by" is null) and ("attachments"."withdrawn_at" is null or length(trim("attachments"."reason")) > 0))
);
--> statement-breakpoint
CREATE TABLE "custody_events" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"file_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"at" timestamp(3) with time zone DEFAULT now() NOT NULL,
	"by" uuid,
	"detail" jsonb NOT NULL,
	"passed" boolean DEFAULT true NOT NULL,
	CONSTRAINT "custody_events_kind" CHECK ("custody_events"."kind" in ('ingestion', 'message digest calculation', 'fixity check', 'dissemination', 'withdrawal'))
);
--> statement-breakpoint
CREATE TABLE "files" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"digest" text NOT NULL,
	"size" bigint NOT NULL,
	"type" text NOT NULL,
	"at" timestamp(3) with time zone DEFAULT now() NOT NULL,
	"by" uuid NOT NULL,
	CONSTRAINT "files_digest_unique" UNIQUE("digest"),
	CONSTRAINT "files_digest_form" CHECK ("files"."digest" ~ '^[0-9a-f]{64}$'),
	CONSTRAINT "files_size_positive" CHECK ("files"."size" >= 0)
);
--> statement-breakpoint
CREATE TABLE "upload_locks" (
	"upload" text PRIMARY KEY NOT NULL,
	"holder" uuid NOT NULL,
	"until" timestamp(3) with time zone NOT NULL,
	"is_wanted" boolean DEFAULT false NOT NULL
);
--> statement-breakpoint
ALTER TABLE "attachments" ADD CONSTRAINT "attachments_file_id_files_id_fk" FOREIGN KEY ("file_id") REFERENCES "public"."files"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attachments" ADD CONSTRAINT "attachments_by_people_id_fk" FOREIGN KEY ("by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attachments" ADD CONSTRAINT "attachments_withdrawn_by_people_id_fk" FOREIGN KEY ("withdrawn_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "custody_events" ADD CONSTRAINT "custody_events_file_id_files_id_fk" FOREIGN KEY ("file_id") REFERENCES "public"."files"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "custody_events" ADD CONSTRAINT "custody_events_by_people_id_fk" FOREIGN KEY ("by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "files" ADD CONSTRAINT "files_by_people_id_fk" FOREIGN KEY ("by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "attachments_by_file" ON "attachments" USING btree ("file_id");--> statement-breakpoint
CREATE INDEX "custody_events_by_file" ON "custody_events" USING btree ("file_id","at","id");--> statement-breakpoint
CREATE TRIGGER files_append_only BEFORE UPDATE OR DELETE ON "files"
FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER files_no_truncate BEFORE TRUNCATE ON "files"
FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER custody_events_append_only BEFORE UPDATE OR DELETE ON "custody_events"
FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER custody_events_no_truncate BEFORE TRUNCATE ON "custody_events"
FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
