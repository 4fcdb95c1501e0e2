ALTER TABLE "reply_requests" DROP CONSTRAINT "reply_requests_response_id_responses_id_fk";
--> statement-breakpoint
DROP INDEX "reply_requests_by_response";--> statement-breakpoint
ALTER TABLE "reply_requests" DROP COLUMN "response_id";