ALTER TABLE "claims" ADD COLUMN "internal_note" text;--> statement-breakpoint
ALTER TABLE "coverage" ADD COLUMN "internal_note" text;--> statement-breakpoint
ALTER TABLE "events" ADD COLUMN "internal_note" text;--> statement-breakpoint
ALTER TABLE "evidence" ADD COLUMN "internal_note" text;--> statement-breakpoint
ALTER TABLE "organizations" ADD COLUMN "internal_note" text;--> statement-breakpoint
ALTER TABLE "reply_requests" ADD COLUMN "internal_note" text;--> statement-breakpoint
ALTER TABLE "responses" ADD COLUMN "internal_note" text;--> statement-breakpoint
ALTER TABLE "stations" ADD COLUMN "internal_note" text;--> statement-breakpoint
ALTER TABLE "status_reports" ADD COLUMN "internal_note" text;