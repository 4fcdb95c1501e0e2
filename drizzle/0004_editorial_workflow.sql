CREATE TYPE "public"."priority" AS ENUM('low', 'normal', 'high', 'urgent');--> statement-breakpoint
CREATE TYPE "public"."correction_kind" AS ENUM('correction', 'retraction');--> statement-breakpoint
CREATE TYPE "public"."follow_cause" AS ENUM('author', 'commenter', 'mentioned', 'assignee', 'chosen');--> statement-breakpoint
CREATE TYPE "public"."notice_cause" AS ENUM('mentioned', 'assigned', 'commented', 'moved', 'decided');--> statement-breakpoint
CREATE TYPE "public"."proposal_state" AS ENUM('draft', 'in_review', 'changes_requested', 'applied', 'rejected', 'withdrawn');--> statement-breakpoint
CREATE TYPE "public"."reply_entry_kind" AS ENUM('reminder', 'acknowledgement', 'answer', 'decline', 'no_reply');--> statement-breakpoint
ALTER TYPE "public"."record_state" ADD VALUE 'trashed';--> statement-breakpoint
ALTER TYPE "public"."record_kind" ADD VALUE 'proposal';--> statement-breakpoint
ALTER TYPE "public"."record_kind" ADD VALUE 'reply_entry';--> statement-breakpoint
ALTER TYPE "public"."record_kind" ADD VALUE 'waiver';--> statement-breakpoint
CREATE TABLE "assignments" (
	"subject_kind" "record_kind" NOT NULL,
	"subject_id" uuid NOT NULL,
	"assignee_id" uuid,
	"priority" "priority" DEFAULT 'normal' NOT NULL,
	"due_on" date,
	"tags" text[] DEFAULT '{}' NOT NULL,
	"updated_by" uuid NOT NULL,
	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "assignments_subject_kind_subject_id_pk" PRIMARY KEY("subject_kind","subject_id")
);
--> statement-breakpoint
CREATE TABLE "corrections" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"kind" "correction_kind" NOT NULL,
	"record_kind" "record_kind" NOT NULL,
	"record_id" uuid NOT NULL,
	"note" text NOT NULL,
	"seq" bigint NOT NULL,
	"author_id" uuid NOT NULL,
	"at" timestamp(3) with time zone NOT NULL,
	CONSTRAINT "corrections_seq_unique" UNIQUE("seq")
);
--> statement-breakpoint
CREATE TABLE "comment_mentions" (
	"comment_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	CONSTRAINT "comment_mentions_comment_id_person_id_pk" PRIMARY KEY("comment_id","person_id")
);
--> statement-breakpoint
CREATE TABLE "comments" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"subject_kind" "record_kind" NOT NULL,
	"subject_id" uuid NOT NULL,
	"field" text,
	"parent_id" uuid,
	"body" text,
	"author_id" uuid NOT NULL,
	"at" timestamp(3) with time zone DEFAULT now() NOT NULL,
	"edited_at" timestamp(3) with time zone,
	"resolved_by" uuid,
	"resolved_at" timestamp(3) with time zone,
	CONSTRAINT "comments_body_present" CHECK ("comments"."body" is null or length(trim("comments"."body")) > 0)
);
--> statement-breakpoint
CREATE TABLE "follows" (
	"person_id" uuid NOT NULL,
	"subject_kind" "record_kind" NOT NULL,
	"subject_id" uuid NOT NULL,
	"cause" "follow_cause" NOT NULL,
	"since" timestamp(3) with time zone DEFAULT now() NOT NULL,
	"stopped_at" timestamp(3) with time zone,
	CONSTRAINT "follows_person_id_subject_kind_subject_id_pk" PRIMARY KEY("person_id","subject_kind","subject_id")
);
--> statement-breakpoint
CREATE TABLE "notices" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"person_id" uuid NOT NULL,
	"cause" "notice_cause" NOT NULL,
	"subject_kind" "record_kind" NOT NULL,
	"subject_id" uuid NOT NULL,
	"comment_id" uuid,
	"seq" bigint,
	"actor_id" uuid NOT NULL,
	"at" timestamp(3) with time zone DEFAULT now() NOT NULL,
	"read_at" timestamp(3) with time zone
);
--> statement-breakpoint
CREATE TABLE "feed_tokens" (
	"id" text PRIMARY KEY NOT NULL,
	"person_id" uuid NOT NULL,
	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
	"revoked_at" timestamp(3) with time zone
);
--> statement-breakpoint
CREATE TABLE "proposals" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"slug" text NOT NULL,
	"record_kind" "record_kind" NOT NULL,
	"record_id" uuid NOT NULL,
	"base_version" integer NOT NULL,
	"typed" jsonb NOT NULL,
	"input" jsonb,
	"reason" text,
	"correction_note" text,
	"state" "proposal_state" DEFAULT 'draft' NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_by" uuid NOT NULL,
	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
	"updated_by" uuid NOT NULL,
	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
	"decided_by" uuid,
	"decided_at" timestamp(3) with time zone,
	"applied_version" integer,
	CONSTRAINT "proposals_slug_unique" UNIQUE("slug"),
	CONSTRAINT "proposals_version_positive" CHECK ("proposals"."version" >= 1),
	CONSTRAINT "proposals_four_eyes" CHECK ("proposals"."state" <> 'applied' or ("proposals"."decided_by" is not null and "proposals"."decided_by" <> "proposals"."updated_by" and "proposals"."decided_by" <> "proposals"."created_by")),
	CONSTRAINT "proposals_applied" CHECK (("proposals"."state" = 'applied') = ("proposals"."applied_version" is not null)),
	CONSTRAINT "proposals_complete_in_review" CHECK ("proposals"."state" not in ('in_review', 'applied') or ("proposals"."input" is not null and "proposals"."reason" is not null))
);
--> statement-breakpoint
CREATE TABLE "reply_entries" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"request_id" uuid NOT NULL,
	"kind" "reply_entry_kind" NOT NULL,
	"happened_on" date NOT NULL,
	"due_on" date,
	"response_id" uuid,
	"note" text,
	"author_id" uuid NOT NULL,
	"at" timestamp(3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "reply_entries_answer" CHECK (("reply_entries"."response_id" is null) or "reply_entries"."kind" in ('answer', 'decline'))
);
--> statement-breakpoint
CREATE TABLE "history_checks" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"at" timestamp(3) with time zone DEFAULT now() NOT NULL,
	"checked_by" uuid,
	"head_seq" bigint NOT NULL,
	"head_hash" text,
	"problem" jsonb
);
--> statement-breakpoint
CREATE TABLE "waivers" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"record_kind" "record_kind" NOT NULL,
	"record_id" uuid NOT NULL,
	"reason" text NOT NULL,
	"granted_by" uuid NOT NULL,
	"granted_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
	"ended_by" uuid,
	"ended_at" timestamp(3) with time zone,
	CONSTRAINT "waivers_reason_present" CHECK (length(trim("waivers"."reason")) > 0),
	CONSTRAINT "waivers_ended" CHECK (("waivers"."ended_by" is null) = ("waivers"."ended_at" is null))
);
--> statement-breakpoint
ALTER TABLE "reply_requests" DROP CONSTRAINT "reply_requests_days";--> statement-breakpoint
ALTER TABLE "reply_requests" ALTER COLUMN "sent_on" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "reply_requests" ALTER COLUMN "due_on" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "reply_requests" ADD COLUMN "subject" text;--> statement-breakpoint
ALTER TABLE "responses" ADD COLUMN "government" char(2);--> statement-breakpoint
ALTER TABLE "revisions" ADD COLUMN "detail" jsonb;--> statement-breakpoint
ALTER TABLE "revisions" ADD COLUMN "erased_by_seq" bigint;--> statement-breakpoint
ALTER TABLE "stations" ADD COLUMN "public_precision" "location_precision";--> statement-breakpoint
ALTER TABLE "assignments" ADD CONSTRAINT "assignments_assignee_id_people_id_fk" FOREIGN KEY ("assignee_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assignments" ADD CONSTRAINT "assignments_updated_by_people_id_fk" FOREIGN KEY ("updated_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "corrections" ADD CONSTRAINT "corrections_seq_revisions_seq_fk" FOREIGN KEY ("seq") REFERENCES "public"."revisions"("seq") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "corrections" ADD CONSTRAINT "corrections_author_id_people_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "comment_mentions" ADD CONSTRAINT "comment_mentions_comment_id_comments_id_fk" FOREIGN KEY ("comment_id") REFERENCES "public"."comments"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "comment_mentions" ADD CONSTRAINT "comment_mentions_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "comments" ADD CONSTRAINT "comments_parent_id_comments_id_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."comments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "comments" ADD CONSTRAINT "comments_author_id_people_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "comments" ADD CONSTRAINT "comments_resolved_by_people_id_fk" FOREIGN KEY ("resolved_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "follows" ADD CONSTRAINT "follows_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notices" ADD CONSTRAINT "notices_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notices" ADD CONSTRAINT "notices_comment_id_comments_id_fk" FOREIGN KEY ("comment_id") REFERENCES "public"."comments"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notices" ADD CONSTRAINT "notices_seq_revisions_seq_fk" FOREIGN KEY ("seq") REFERENCES "public"."revisions"("seq") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notices" ADD CONSTRAINT "notices_actor_id_people_id_fk" FOREIGN KEY ("actor_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "feed_tokens" ADD CONSTRAINT "feed_tokens_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "proposals" ADD CONSTRAINT "proposals_created_by_people_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "proposals" ADD CONSTRAINT "proposals_updated_by_people_id_fk" FOREIGN KEY ("updated_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "proposals" ADD CONSTRAINT "proposals_decided_by_people_id_fk" FOREIGN KEY ("decided_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reply_entries" ADD CONSTRAINT "reply_entries_request_id_reply_requests_id_fk" FOREIGN KEY ("request_id") REFERENCES "public"."reply_requests"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reply_entries" ADD CONSTRAINT "reply_entries_response_id_responses_id_fk" FOREIGN KEY ("response_id") REFERENCES "public"."responses"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reply_entries" ADD CONSTRAINT "reply_entries_author_id_people_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "history_checks" ADD CONSTRAINT "history_checks_checked_by_people_id_fk" FOREIGN KEY ("checked_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "waivers" ADD CONSTRAINT "waivers_granted_by_people_id_fk" FOREIGN KEY ("granted_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "waivers" ADD CONSTRAINT "waivers_ended_by_people_id_fk" FOREIGN KEY ("ended_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "assignments_by_assignee" ON "assignments" USING btree ("assignee_id","due_on");--> statement-breakpoint
CREATE INDEX "assignments_tags" ON "assignments" USING gin ("tags");--> statement-breakpoint
CREATE INDEX "corrections_by_time" ON "corrections" USING btree ("at","id");--> statement-breakpoint
CREATE INDEX "corrections_by_record" ON "corrections" USING btree ("record_kind","record_id","at");--> statement-breakpoint
CREATE INDEX "comment_mentions_person" ON "comment_mentions" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "comments_by_subject" ON "comments" USING btree ("subject_kind","subject_id","at","id");--> statement-breakpoint
CREATE INDEX "comments_by_parent" ON "comments" USING btree ("parent_id");--> statement-breakpoint
CREATE INDEX "follows_by_subject" ON "follows" USING btree ("subject_kind","subject_id");--> statement-breakpoint
CREATE INDEX "notices_by_person" ON "notices" USING btree ("person_id","at","id");--> statement-breakpoint
CREATE INDEX "notices_unread" ON "notices" USING btree ("person_id","at") WHERE "notices"."read_at" is null;--> statement-breakpoint
CREATE INDEX "notices_by_comment" ON "notices" USING btree ("comment_id");--> statement-breakpoint
CREATE INDEX "feed_tokens_person" ON "feed_tokens" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "proposals_by_record" ON "proposals" USING btree ("record_kind","record_id","created_at");--> statement-breakpoint
CREATE INDEX "proposals_by_state" ON "proposals" USING btree ("state","updated_at","id");--> statement-breakpoint
CREATE INDEX "proposals_by_author" ON "proposals" USING btree ("created_by","updated_at","id");--> statement-breakpoint
CREATE INDEX "reply_entries_by_request" ON "reply_entries" USING btree ("request_id","happened_on","at");--> statement-breakpoint
CREATE INDEX "reply_entries_by_response" ON "reply_entries" USING btree ("response_id");--> statement-breakpoint
CREATE INDEX "history_checks_by_time" ON "history_checks" USING btree ("at");--> statement-breakpoint
CREATE UNIQUE INDEX "waivers_standing" ON "waivers" USING btree ("record_kind","record_id") WHERE "waivers"."ended_at" is null;--> statement-breakpoint
CREATE INDEX "claims_waiting" ON "claims" USING btree ("updated_at","id") WHERE "state" in ('in_review', 'approved', 'changes_requested', 'draft');--> statement-breakpoint
CREATE INDEX "coverage_waiting" ON "coverage" USING btree ("updated_at","id") WHERE "state" in ('in_review', 'approved', 'changes_requested', 'draft');--> statement-breakpoint
CREATE INDEX "events_waiting" ON "events" USING btree ("updated_at","id") WHERE "state" in ('in_review', 'approved', 'changes_requested', 'draft');--> statement-breakpoint
CREATE INDEX "evidence_waiting" ON "evidence" USING btree ("updated_at","id") WHERE "state" in ('in_review', 'approved', 'changes_requested', 'draft');--> statement-breakpoint
CREATE INDEX "organizations_waiting" ON "organizations" USING btree ("updated_at","id") WHERE "state" in ('in_review', 'approved', 'changes_requested', 'draft');--> statement-breakpoint
CREATE INDEX "reply_requests_waiting" ON "reply_requests" USING btree ("updated_at","id") WHERE "state" in ('in_review', 'approved', 'changes_requested', 'draft');--> statement-breakpoint
CREATE INDEX "responses_by_government" ON "responses" USING btree ("government","given_sort","id");--> statement-breakpoint
CREATE INDEX "responses_waiting" ON "responses" USING btree ("updated_at","id") WHERE "state" in ('in_review', 'approved', 'changes_requested', 'draft');--> statement-breakpoint
CREATE INDEX "revisions_by_time" ON "revisions" USING btree ("record_kind","record_id","at");--> statement-breakpoint
CREATE INDEX "stations_waiting" ON "stations" USING btree ("updated_at","id") WHERE "state" in ('in_review', 'approved', 'changes_requested', 'draft');--> statement-breakpoint
CREATE INDEX "status_reports_waiting" ON "status_reports" USING btree ("updated_at","id") WHERE "state" in ('in_review', 'approved', 'changes_requested', 'draft');--> statement-breakpoint
ALTER TABLE "reply_requests" ADD CONSTRAINT "reply_requests_sent_has_due" CHECK ("reply_requests"."sent_on" is null or "reply_requests"."due_on" is not null);--> statement-breakpoint
ALTER TABLE "reply_requests" ADD CONSTRAINT "reply_requests_days" CHECK ("reply_requests"."sent_on" is null or "reply_requests"."due_on" >= "reply_requests"."sent_on");