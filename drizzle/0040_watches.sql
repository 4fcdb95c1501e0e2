ALTER TYPE "public"."notice_cause" ADD VALUE 'page_changed';--> statement-breakpoint
CREATE TABLE "watches" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"subject_kind" "record_kind" NOT NULL,
	"subject_id" uuid NOT NULL,
	"url" text NOT NULL,
	"person_id" uuid NOT NULL,
	"since" timestamp(3) with time zone DEFAULT now() NOT NULL,
	"every" text NOT NULL,
	"state" text DEFAULT 'active' NOT NULL,
	"ignored" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"base" uuid,
	"next_look" timestamp(3) with time zone,
	"looked_at" timestamp(3) with time zone,
	"result" text,
	"why" text,
	"failures" integer DEFAULT 0 NOT NULL,
	"changed_at" timestamp(3) with time zone,
	CONSTRAINT "watches_every" CHECK ("watches"."every" in ('daily', 'weekly')),
	CONSTRAINT "watches_state" CHECK ("watches"."state" in ('active', 'paused', 'ended')),
	CONSTRAINT "watches_result" CHECK ("watches"."result" in ('first', 'same', 'changed', 'wall', 'failed')),
	CONSTRAINT "watches_why" CHECK ("watches"."why" in ('off', 'scheme', 'userinfo', 'port', 'address', 'unresolved', 'redirects', 'size', 'time', 'certificate', 'connection', 'program', 'status', 'captcha', 'consent', 'login', 'thin')),
	CONSTRAINT "watches_next" CHECK (("watches"."state" = 'active') = ("watches"."next_look" is not null))
);
--> statement-breakpoint
ALTER TABLE "captures" ADD COLUMN "certificates" jsonb;--> statement-breakpoint
ALTER TABLE "captures" ADD COLUMN "differs_from" uuid;--> statement-breakpoint
ALTER TABLE "notices" ADD COLUMN "capture_id" uuid;--> statement-breakpoint
ALTER TABLE "watches" ADD CONSTRAINT "watches_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "watches" ADD CONSTRAINT "watches_base_captures_id_fk" FOREIGN KEY ("base") REFERENCES "public"."captures"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "watches_once" ON "watches" USING btree ("person_id","subject_kind","subject_id","url") WHERE "state" <> 'ended';--> statement-breakpoint
CREATE INDEX "watches_by_subject" ON "watches" USING btree ("subject_kind","subject_id");--> statement-breakpoint
CREATE INDEX "watches_due" ON "watches" USING btree ("next_look") WHERE "state" = 'active';--> statement-breakpoint
ALTER TABLE "notices" ADD CONSTRAINT "notices_capture_id_captures_id_fk" FOREIGN KEY ("capture_id") REFERENCES "public"."captures"("id") ON DELETE no action ON UPDATE no action;