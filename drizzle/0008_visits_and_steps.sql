CREATE TABLE "visits" (
	"person_id" uuid NOT NULL,
	"began_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
	"last_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
	"seen_seq" bigint NOT NULL,
	"marked_seq" bigint,
	CONSTRAINT "visits_person_id_began_at_pk" PRIMARY KEY("person_id","began_at")
);
--> statement-breakpoint
ALTER TABLE "visits" ADD CONSTRAINT "visits_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "revisions_steps" ON "revisions" USING btree ("at") WHERE "action" ~ '[.](submit|recall|withdraw|request_changes|reject|approve|publish)$';