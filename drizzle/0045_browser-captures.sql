ALTER TABLE "captures" ADD COLUMN "page_title" text;--> statement-breakpoint
ALTER TABLE "captures" ADD COLUMN "browser_state" text;--> statement-breakpoint
ALTER TABLE "captures" ADD COLUMN "browser_attempts" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "captures" ADD COLUMN "browser_failure" text;--> statement-breakpoint
ALTER TABLE "captures" ADD COLUMN "browser_at" timestamp(3) with time zone;--> statement-breakpoint
ALTER TABLE "captures" ADD COLUMN "browser" jsonb;--> statement-breakpoint
ALTER TABLE "captures" ADD CONSTRAINT "captures_browser_state" CHECK ("captures"."browser_state" in ('pending', 'complete', 'failed'));--> statement-breakpoint
ALTER TABLE "captures" ADD CONSTRAINT "captures_browser_failure" CHECK ("captures"."browser_failure" in ('off', 'scheme', 'userinfo', 'port', 'address', 'unresolved', 'redirects', 'size', 'time', 'certificate', 'connection', 'program', 'sandbox'));--> statement-breakpoint
ALTER TABLE "captures" ADD CONSTRAINT "captures_browser_whole" CHECK ((coalesce("captures"."browser_state", 'pending') = 'pending') = ("captures"."browser_at" is null) and ("captures"."browser_state" is not distinct from 'complete') = ("captures"."browser" is not null) and ("captures"."browser_state" is null or "captures"."state" = 'complete'));