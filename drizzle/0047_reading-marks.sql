CREATE TABLE "reading_marks" (
	"person_id" uuid NOT NULL,
	"evidence_id" uuid NOT NULL,
	"seen" timestamp(3) with time zone,
	"opened" timestamp(3) with time zone,
	"version" integer,
	CONSTRAINT "reading_marks_person_id_evidence_id_pk" PRIMARY KEY("person_id","evidence_id")
);
--> statement-breakpoint
CREATE TABLE "reading_starts" (
	"person_id" uuid PRIMARY KEY NOT NULL,
	"since" timestamp(3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "reading_marks" ADD CONSTRAINT "reading_marks_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reading_starts" ADD CONSTRAINT "reading_starts_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "reading_marks_put_back" ON "reading_marks" USING btree ("person_id","evidence_id") WHERE "reading_marks"."seen" is null;--> statement-breakpoint
CREATE INDEX "reading_marks_opened" ON "reading_marks" USING btree ("evidence_id") WHERE "reading_marks"."opened" is not null;--> statement-breakpoint
CREATE INDEX "evidence_by_publishing" ON "evidence" USING btree ("published_at","id") WHERE "published_at" is not null;