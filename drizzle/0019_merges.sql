ALTER TYPE "public"."record_state" ADD VALUE 'merged';--> statement-breakpoint
CREATE TABLE "merges" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"record_kind" "record_kind" NOT NULL,
	"absorbed_id" uuid NOT NULL,
	"absorbed_slug" text NOT NULL,
	"survivor_id" uuid NOT NULL,
	"survivor_slug" text NOT NULL,
	"absorbed_version" integer NOT NULL,
	"survivor_version" integer NOT NULL,
	"relinked" jsonb NOT NULL,
	"moved" jsonb NOT NULL,
	"seq" bigint NOT NULL,
	"undone_seq" bigint,
	"is_active" boolean DEFAULT true NOT NULL
);
--> statement-breakpoint
ALTER TABLE "proposals" ADD COLUMN "absorbs_id" uuid;--> statement-breakpoint
ALTER TABLE "proposals" ADD COLUMN "absorbs_version" integer;--> statement-breakpoint
ALTER TABLE "proposals" ADD COLUMN "undoes_id" uuid;--> statement-breakpoint
ALTER TABLE "merges" ADD CONSTRAINT "merges_seq_revisions_seq_fk" FOREIGN KEY ("seq") REFERENCES "public"."revisions"("seq") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "merges" ADD CONSTRAINT "merges_undone_seq_revisions_seq_fk" FOREIGN KEY ("undone_seq") REFERENCES "public"."revisions"("seq") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "merges_active" ON "merges" USING btree ("record_kind","absorbed_slug") WHERE "merges"."is_active";--> statement-breakpoint
CREATE INDEX "merges_by_survivor" ON "merges" USING btree ("record_kind","survivor_id");--> statement-breakpoint
ALTER TABLE "proposals" ADD CONSTRAINT "proposals_undoes_id_merges_id_fk" FOREIGN KEY ("undoes_id") REFERENCES "public"."merges"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "proposals_by_absorbed" ON "proposals" USING btree ("record_kind","absorbs_id");--> statement-breakpoint
ALTER TABLE "proposals" ADD CONSTRAINT "proposals_absorbs_other" CHECK (("proposals"."absorbs_id" is null) = ("proposals"."absorbs_version" is null) and "proposals"."absorbs_id" is distinct from "proposals"."record_id" and num_nonnulls("proposals"."absorbs_id", "proposals"."undoes_id") <= 1);--> statement-breakpoint
-- What became another record is counted no more than what is in the trash.
CREATE OR REPLACE FUNCTION count_more_evidence() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO evidence_counts (first, last, kind, language, countries, is_public, items, folded)
  SELECT counted_first(published_from, published_to), counted_last(published_from, published_to), kind, language, countries,
    state IN ('published', 'corrected') AND sharing IN ('CLEAR', 'GREEN'), count(*), false
  FROM added WHERE state NOT IN ('trashed', 'merged') GROUP BY 1, 2, 3, 4, 5, 6;
  PERFORM fold_evidence_counts_when_many();
  RETURN NULL;
END;
$$;
--> statement-breakpoint
CREATE OR REPLACE FUNCTION count_less_evidence() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO evidence_counts (first, last, kind, language, countries, is_public, items, folded)
  SELECT counted_first(published_from, published_to), counted_last(published_from, published_to), kind, language, countries,
    state IN ('published', 'corrected') AND sharing IN ('CLEAR', 'GREEN'), -count(*), false
  FROM removed WHERE state NOT IN ('trashed', 'merged') GROUP BY 1, 2, 3, 4, 5, 6;
  PERFORM fold_evidence_counts_when_many();
  RETURN NULL;
END;
$$;
--> statement-breakpoint
CREATE OR REPLACE FUNCTION count_changed_evidence() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO evidence_counts (first, last, kind, language, countries, is_public, items, folded)
  SELECT counted_first(published_from, published_to), counted_last(published_from, published_to), kind, language, countries,
    state IN ('published', 'corrected') AND sharing IN ('CLEAR', 'GREEN'), sum(change), false
  FROM (
    SELECT published_from, published_to, kind, language, countries, state, sharing, 1 AS change FROM added
    UNION ALL
    SELECT published_from, published_to, kind, language, countries, state, sharing, -1 FROM removed
  ) AS changed
  WHERE state NOT IN ('trashed', 'merged') GROUP BY 1, 2, 3, 4, 5, 6 HAVING sum(change) <> 0;
  PERFORM fold_evidence_counts_when_many();
  RETURN NULL;
END;
$$;
--> statement-breakpoint
CREATE OR REPLACE FUNCTION recount_evidence() RETURNS void
LANGUAGE plpgsql AS $$
BEGIN
  LOCK TABLE evidence IN SHARE MODE;
  DELETE FROM evidence_counts;
  INSERT INTO evidence_counts (first, last, kind, language, countries, is_public, items, folded)
  SELECT counted_first(published_from, published_to), counted_last(published_from, published_to), kind, language, countries,
    state IN ('published', 'corrected') AND sharing IN ('CLEAR', 'GREEN'), count(*), true
  FROM evidence WHERE state NOT IN ('trashed', 'merged') GROUP BY 1, 2, 3, 4, 5, 6;
END;
$$;
