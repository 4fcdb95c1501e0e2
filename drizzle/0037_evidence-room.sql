CREATE TABLE "file_pages" (
	"file_id" uuid NOT NULL,
	"page" integer NOT NULL,
	"text" text NOT NULL,
	"search" "tsvector" GENERATED ALWAYS AS (search_document(null, coalesce("text", ''))) STORED,
	CONSTRAINT "file_pages_file_id_page_pk" PRIMARY KEY("file_id","page"),
	CONSTRAINT "file_pages_from_one" CHECK ("file_pages"."page" > 0)
);
--> statement-breakpoint
CREATE TABLE "file_texts" (
	"file_id" uuid PRIMARY KEY NOT NULL,
	"at" timestamp(3) with time zone DEFAULT now() NOT NULL,
	"pages" integer NOT NULL,
	"problem" text,
	CONSTRAINT "file_texts_problem" CHECK ("file_texts"."problem" in ('no text', 'encrypted', 'unreadable', 'too long'))
);
--> statement-breakpoint
CREATE TABLE "search_word_marks" (
	"kind" "record_kind" PRIMARY KEY NOT NULL,
	"until" timestamp(3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "search_words" (
	"list" text NOT NULL,
	"word" text NOT NULL,
	"shown" text NOT NULL,
	"uses" integer NOT NULL,
	"near" text[] NOT NULL,
	CONSTRAINT "search_words_list_word_pk" PRIMARY KEY("list","word"),
	CONSTRAINT "search_words_list" CHECK ("search_words"."list" in ('public', 'desk'))
);
--> statement-breakpoint
ALTER TABLE "file_pages" ADD CONSTRAINT "file_pages_file_id_files_id_fk" FOREIGN KEY ("file_id") REFERENCES "public"."files"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "file_texts" ADD CONSTRAINT "file_texts_file_id_files_id_fk" FOREIGN KEY ("file_id") REFERENCES "public"."files"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "file_pages_search" ON "file_pages" USING gin ("search");--> statement-breakpoint
CREATE INDEX "search_words_near" ON "search_words" USING gin ("near");--> statement-breakpoint
CREATE INDEX "claim_evidence_against" ON "claim_evidence" USING btree ("claim_id","evidence_id") WHERE "stance" in ('contradicts', 'retracts');