ALTER TABLE "annotations" ADD COLUMN "approved_by" uuid;--> statement-breakpoint
ALTER TABLE "annotations" ADD COLUMN "approved_version" integer;--> statement-breakpoint
ALTER TABLE "annotations" ADD COLUMN "replaces" uuid;--> statement-breakpoint
ALTER TABLE "annotations" ADD CONSTRAINT "annotations_approved_by_people_id_fk" FOREIGN KEY ("approved_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "annotations" ADD CONSTRAINT "annotations_replaces_annotations_id_fk" FOREIGN KEY ("replaces") REFERENCES "public"."annotations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "annotations_one_change" ON "annotations" USING btree ("replaces") WHERE "annotations"."state" = 'shown' and "annotations"."approved_by" is null;--> statement-breakpoint
ALTER TABLE "annotations" ADD CONSTRAINT "annotations_four_eyes" CHECK ("annotations"."approved_by" is null or "annotations"."approved_by" <> "annotations"."updated_by");--> statement-breakpoint
ALTER TABLE "annotations" ADD CONSTRAINT "annotations_approved_version" CHECK (("annotations"."approved_by" is null) = ("annotations"."approved_version" is null));