CREATE TABLE "captures" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"subject_kind" "record_kind" NOT NULL,
	"subject_id" uuid NOT NULL,
	"url" text NOT NULL,
	"asked_by" uuid NOT NULL,
	"asked_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
	"state" text DEFAULT 'pending' NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"failure" text,
	"wall" text,
	"finished_at" timestamp(3) with time zone,
	"landed" text,
	"status" integer,
	"address" text,
	"redirects" integer,
	"programs" jsonb,
	"files" jsonb DEFAULT '[]'::jsonb NOT NULL,
	CONSTRAINT "captures_state" CHECK ("captures"."state" in ('pending', 'complete', 'failed')),
	CONSTRAINT "captures_failure" CHECK ("captures"."failure" in ('off', 'scheme', 'userinfo', 'port', 'address', 'unresolved', 'redirects', 'size', 'time', 'certificate', 'connection', 'program')),
	CONSTRAINT "captures_wall" CHECK ("captures"."wall" in ('status', 'captcha', 'consent', 'login', 'thin')),
	CONSTRAINT "captures_finished_whole" CHECK (("captures"."state" = 'pending') = ("captures"."finished_at" is null)),
	CONSTRAINT "captures_answered_whole" CHECK (("captures"."state" = 'complete') = ("captures"."status" is not null) and ("captures"."state" <> 'failed' or "captures"."failure" is not null))
);
--> statement-breakpoint
ALTER TABLE "captures" ADD CONSTRAINT "captures_asked_by_people_id_fk" FOREIGN KEY ("asked_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "captures_by_subject" ON "captures" USING btree ("subject_kind","subject_id","asked_at");--> statement-breakpoint
CREATE UNIQUE INDEX "captures_once_pending" ON "captures" USING btree ("subject_kind","subject_id","url") WHERE "state" = 'pending';