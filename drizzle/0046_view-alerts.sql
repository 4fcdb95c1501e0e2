ALTER TYPE "public"."notice_cause" ADD VALUE 'view_matched';--> statement-breakpoint
CREATE TABLE "view_alerts" (
	"view_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"seen_to" bigint NOT NULL,
	CONSTRAINT "view_alerts_view_id_person_id_pk" PRIMARY KEY("view_id","person_id")
);
--> statement-breakpoint
ALTER TABLE "notices" ADD COLUMN "view_id" uuid;--> statement-breakpoint
ALTER TABLE "view_alerts" ADD CONSTRAINT "view_alerts_view_id_saved_views_id_fk" FOREIGN KEY ("view_id") REFERENCES "public"."saved_views"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "view_alerts" ADD CONSTRAINT "view_alerts_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "view_alerts_behind" ON "view_alerts" USING btree ("seen_to");--> statement-breakpoint
ALTER TABLE "notices" ADD CONSTRAINT "notices_view_id_saved_views_id_fk" FOREIGN KEY ("view_id") REFERENCES "public"."saved_views"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "notices_of_view" ON "notices" USING btree ("view_id","person_id") WHERE "notices"."view_id" is not null;