ALTER TYPE "public"."record_kind" ADD VALUE 'kept_row';--> statement-breakpoint
ALTER TABLE "revisions" ALTER COLUMN "author_id" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "revisions" ADD CONSTRAINT "revisions_authored" CHECK ("revisions"."author_id" is not null or "revisions"."action" ~ '^kept_row[.]');