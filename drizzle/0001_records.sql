CREATE TYPE "public"."record_state" AS ENUM('draft', 'in_review', 'changes_requested', 'approved', 'published', 'corrected', 'unpublished', 'retracted');--> statement-breakpoint
CREATE TYPE "public"."locale" AS ENUM('en', 'nl');--> statement-breakpoint
CREATE TYPE "public"."role" AS ENUM('reporter', 'editor', 'manager', 'admin');--> statement-breakpoint
CREATE TYPE "public"."record_kind" AS ENUM('organization', 'station', 'evidence', 'claim', 'response', 'event', 'status_report', 'reply_request', 'coverage');--> statement-breakpoint
CREATE TYPE "public"."organization_kind" AS ENUM('ngo', 'news_outlet', 'news_agency', 'research', 'reference_work', 'government', 'ministry', 'embassy', 'police', 'police_bureau', 'intelligence_service', 'prosecutor', 'court', 'parliament', 'state_media', 'association', 'other');--> statement-breakpoint
CREATE TYPE "public"."reliability" AS ENUM('A', 'B', 'C', 'D', 'E', 'F');--> statement-breakpoint
CREATE TYPE "public"."location_precision" AS ENUM('exact', 'vicinity', 'locality', 'city', 'region', 'country');--> statement-breakpoint
CREATE TYPE "public"."station_kind" AS ENUM('overseas_police_service_station', 'ministry_extension', 'overseas_chinese_service_centre', 'suspected_front', 'community_police_cooperation_centre', 'mobile_network', 'contact_point', 'linkage_service_centre', 'other');--> statement-breakpoint
CREATE TYPE "public"."station_status" AS ENUM('reported', 'acknowledged', 'under_investigation', 'ordered_closed', 'reported_closed', 'closure_confirmed', 'denied', 'reopened', 'unknown');--> statement-breakpoint
CREATE TYPE "public"."credibility" AS ENUM('1', '2', '3', '4', '5', '6');--> statement-breakpoint
CREATE TYPE "public"."evidence_kind" AS ENUM('article', 'report', 'statement', 'document', 'court_document', 'reference', 'photo', 'video', 'testimony', 'web_page', 'dataset', 'other');--> statement-breakpoint
CREATE TYPE "public"."sharing" AS ENUM('CLEAR', 'GREEN', 'AMBER', 'RED');--> statement-breakpoint
CREATE TYPE "public"."assessment" AS ENUM('unassessed', 'single_source', 'corroborated', 'contested', 'refuted', 'withdrawn');--> statement-breakpoint
CREATE TYPE "public"."claim_position" AS ENUM('asserts', 'denies', 'confirms', 'retracts');--> statement-breakpoint
CREATE TYPE "public"."claim_scope" AS ENUM('global', 'region', 'country', 'station');--> statement-breakpoint
CREATE TYPE "public"."derivation" AS ENUM('original', 'derived', 'republished');--> statement-breakpoint
CREATE TYPE "public"."stance" AS ENUM('supports', 'contradicts', 'mentions', 'retracts');--> statement-breakpoint
CREATE TYPE "public"."value_bound" AS ENUM('exactly', 'at_least', 'at_most', 'about');--> statement-breakpoint
CREATE TYPE "public"."answer" AS ENUM('denies', 'confirms', 'qualifies', 'leaves_unanswered');--> statement-breakpoint
CREATE TYPE "public"."response_kind" AS ENUM('denial', 'partial_denial', 'no_comment', 'no_response', 'confirmation', 'clarification', 'closure_order', 'investigation_opened', 'investigation_concluded', 'arrests_or_charges', 'action_taken', 'statement', 'other');--> statement-breakpoint
CREATE TYPE "public"."event_kind" AS ENUM('background', 'cooperation', 'cooperation_ended', 'station_opened', 'publication', 'document', 'parliament', 'investigation', 'investigation_concluded', 'diplomacy', 'denial', 'closure_order', 'closure_reported', 'arrests', 'court', 'incident', 'policy', 'other');--> statement-breakpoint
CREATE TYPE "public"."reply_channel" AS ENUM('email', 'letter', 'telephone', 'web_form', 'in_person', 'other');--> statement-breakpoint
CREATE TABLE "people" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"email" text NOT NULL,
	"name" text NOT NULL,
	"role" "role" NOT NULL,
	"password_hash" text,
	"locale" "locale",
	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
	"disabled_at" timestamp(3) with time zone,
	CONSTRAINT "people_email_unique" UNIQUE("email"),
	CONSTRAINT "people_email_lower" CHECK ("people"."email" = lower("people"."email")),
	CONSTRAINT "people_name_present" CHECK (length(trim("people"."name")) > 0)
);
--> statement-breakpoint
CREATE TABLE "sessions" (
	"id" text PRIMARY KEY NOT NULL,
	"person_id" uuid NOT NULL,
	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
	"last_seen_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp(3) with time zone NOT NULL,
	"revoked_at" timestamp(3) with time zone
);
--> statement-breakpoint
CREATE TABLE "idempotency_keys" (
	"person_id" uuid NOT NULL,
	"key" text NOT NULL,
	"request_hash" text NOT NULL,
	"record_kind" "record_kind" NOT NULL,
	"slug" text NOT NULL,
	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "idempotency_keys_person_key" UNIQUE("person_id","key")
);
--> statement-breakpoint
CREATE TABLE "revisions" (
	"seq" bigint PRIMARY KEY NOT NULL,
	"record_kind" "record_kind" NOT NULL,
	"record_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"action" text NOT NULL,
	"snapshot" jsonb NOT NULL,
	"changed" text[] NOT NULL,
	"reason" text,
	"author_id" uuid NOT NULL,
	"at" timestamp(3) with time zone NOT NULL,
	"previous_hash" text,
	"hash" text NOT NULL,
	CONSTRAINT "revisions_hash_unique" UNIQUE("hash"),
	CONSTRAINT "revisions_record_version" UNIQUE("record_kind","record_id","version"),
	CONSTRAINT "revisions_hash_form" CHECK ("revisions"."hash" ~ '^sha256:[0-9a-f]{64}$'),
	CONSTRAINT "revisions_chained" CHECK (("revisions"."seq" = 1) = ("revisions"."previous_hash" is null))
);
--> statement-breakpoint
CREATE TABLE "organizations" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"slug" text NOT NULL,
	"state" "record_state" DEFAULT 'draft' NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_by" uuid NOT NULL,
	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
	"updated_by" uuid NOT NULL,
	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
	"approved_by" uuid,
	"approved_version" integer,
	"published_at" timestamp(3) with time zone,
	"note" text,
	"name" text NOT NULL,
	"kind" "organization_kind" NOT NULL,
	"country" char(2),
	"alternate_names" text[] DEFAULT '{}' NOT NULL,
	"url" text,
	"reliability" "reliability",
	"search" "tsvector" GENERATED ALWAYS AS (search_document(null, coalesce("name", '') || ' ' || coalesce(join_texts("alternate_names"), ''))) STORED,
	CONSTRAINT "organizations_slug_unique" UNIQUE("slug"),
	CONSTRAINT "organizations_slug_form" CHECK ("slug" ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
	CONSTRAINT "organizations_version_positive" CHECK ("version" >= 1),
	CONSTRAINT "organizations_four_eyes" CHECK ("approved_by" is null or "approved_by" <> "updated_by"),
	CONSTRAINT "organizations_approved_first" CHECK ("state" not in ('approved', 'published', 'corrected') or ("approved_by" is not null and "approved_version" is not null)),
	CONSTRAINT "organizations_published_dated" CHECK ("state" not in ('published', 'corrected') or "published_at" is not null),
	CONSTRAINT "organizations_country_form" CHECK ("country" is null or "country" ~ '^[A-Z]{2}$')
);
--> statement-breakpoint
CREATE TABLE "stations" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"slug" text NOT NULL,
	"state" "record_state" DEFAULT 'draft' NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_by" uuid NOT NULL,
	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
	"updated_by" uuid NOT NULL,
	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
	"approved_by" uuid,
	"approved_version" integer,
	"published_at" timestamp(3) with time zone,
	"note" text,
	"name" text NOT NULL,
	"alternate_names" text[] DEFAULT '{}' NOT NULL,
	"kind" "station_kind" NOT NULL,
	"country" char(2) NOT NULL,
	"city" text,
	"locality_note" text,
	"operator_id" uuid,
	"first_reported_edtf" text,
	"first_reported_from" date,
	"first_reported_to" date,
	"first_reported_sort" date GENERATED ALWAYS AS (coalesce("first_reported_from", "first_reported_to", '0001-01-01'::date)) STORED NOT NULL,
	"status" "station_status" DEFAULT 'unknown' NOT NULL,
	"desk_status" "station_status" DEFAULT 'unknown' NOT NULL,
	"latitude" double precision,
	"longitude" double precision,
	"location_precision" "location_precision",
	"location_source" text,
	"search" "tsvector" GENERATED ALWAYS AS (search_document(null, coalesce("name", '') || ' ' || coalesce("city", '') || ' ' || coalesce(join_texts("alternate_names"), '') || ' ' || coalesce("locality_note", '') || ' ' || coalesce("note", ''))) STORED,
	CONSTRAINT "stations_slug_unique" UNIQUE("slug"),
	CONSTRAINT "stations_slug_form" CHECK ("slug" ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
	CONSTRAINT "stations_version_positive" CHECK ("version" >= 1),
	CONSTRAINT "stations_four_eyes" CHECK ("approved_by" is null or "approved_by" <> "updated_by"),
	CONSTRAINT "stations_approved_first" CHECK ("state" not in ('approved', 'published', 'corrected') or ("approved_by" is not null and "approved_version" is not null)),
	CONSTRAINT "stations_published_dated" CHECK ("state" not in ('published', 'corrected') or "published_at" is not null),
	CONSTRAINT "stations_first_reported_range" CHECK (("first_reported_edtf" is null) = ("first_reported_from" is null and "first_reported_to" is null) and ("first_reported_from" is null or "first_reported_to" is null or "first_reported_from" <= "first_reported_to")),
	CONSTRAINT "stations_country_form" CHECK ("country" is null or "country" ~ '^[A-Z]{2}$'),
	CONSTRAINT "stations_coordinates" CHECK (("stations"."latitude" is null) = ("stations"."longitude" is null) and ("stations"."latitude" is null or "stations"."location_precision" is not null)),
	CONSTRAINT "stations_wgs84" CHECK (abs("stations"."latitude") <= 90 and abs("stations"."longitude") <= 180)
);
--> statement-breakpoint
CREATE TABLE "evidence" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"slug" text NOT NULL,
	"state" "record_state" DEFAULT 'draft' NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_by" uuid NOT NULL,
	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
	"updated_by" uuid NOT NULL,
	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
	"approved_by" uuid,
	"approved_version" integer,
	"published_at" timestamp(3) with time zone,
	"note" text,
	"title" text NOT NULL,
	"title_seen" boolean DEFAULT true NOT NULL,
	"kind" "evidence_kind" NOT NULL,
	"publisher_id" uuid,
	"carried_by_id" uuid,
	"author" text,
	"published_edtf" text,
	"published_from" date,
	"published_to" date,
	"published_sort" date GENERATED ALWAYS AS (coalesce("published_from", "published_to", '0001-01-01'::date)) STORED NOT NULL,
	"language" text,
	"url" text,
	"archive_url" text,
	"accessed_via" text,
	"summary" text,
	"countries" char(2)[] DEFAULT '{}' NOT NULL,
	"credibility" "credibility",
	"sharing" "sharing" DEFAULT 'CLEAR' NOT NULL,
	"search" "tsvector" GENERATED ALWAYS AS (search_document("language", coalesce("title", '') || ' ' || coalesce("summary", '') || ' ' || coalesce("author", '') || ' ' || coalesce("note", ''))) STORED,
	CONSTRAINT "evidence_slug_unique" UNIQUE("slug"),
	CONSTRAINT "evidence_slug_form" CHECK ("slug" ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
	CONSTRAINT "evidence_version_positive" CHECK ("version" >= 1),
	CONSTRAINT "evidence_four_eyes" CHECK ("approved_by" is null or "approved_by" <> "updated_by"),
	CONSTRAINT "evidence_approved_first" CHECK ("state" not in ('approved', 'published', 'corrected') or ("approved_by" is not null and "approved_version" is not null)),
	CONSTRAINT "evidence_published_dated" CHECK ("state" not in ('published', 'corrected') or "published_at" is not null),
	CONSTRAINT "evidence_published_range" CHECK (("published_edtf" is null) = ("published_from" is null and "published_to" is null) and ("published_from" is null or "published_to" is null or "published_from" <= "published_to")),
	CONSTRAINT "evidence_carried_elsewhere" CHECK ("evidence"."carried_by_id" is null or "evidence"."carried_by_id" <> "evidence"."publisher_id")
);
--> statement-breakpoint
CREATE TABLE "evidence_stations" (
	"evidence_id" uuid NOT NULL,
	"station_id" uuid NOT NULL,
	CONSTRAINT "evidence_stations_evidence_id_station_id_pk" PRIMARY KEY("evidence_id","station_id")
);
--> statement-breakpoint
CREATE TABLE "claim_claimants" (
	"claim_id" uuid NOT NULL,
	"organization_id" uuid NOT NULL,
	"place" integer NOT NULL,
	CONSTRAINT "claim_claimants_claim_id_organization_id_pk" PRIMARY KEY("claim_id","organization_id")
);
--> statement-breakpoint
CREATE TABLE "claim_disputes" (
	"claim_id" uuid NOT NULL,
	"disputed_id" uuid NOT NULL,
	CONSTRAINT "claim_disputes_claim_id_disputed_id_pk" PRIMARY KEY("claim_id","disputed_id"),
	CONSTRAINT "claim_disputes_other" CHECK ("claim_disputes"."claim_id" <> "claim_disputes"."disputed_id")
);
--> statement-breakpoint
CREATE TABLE "claim_evidence" (
	"claim_id" uuid NOT NULL,
	"evidence_id" uuid NOT NULL,
	"stance" "stance" NOT NULL,
	"derivation" "derivation" NOT NULL,
	"origin_id" uuid,
	"quote" text,
	"locator" text,
	CONSTRAINT "claim_evidence_claim_id_evidence_id_pk" PRIMARY KEY("claim_id","evidence_id")
);
--> statement-breakpoint
CREATE TABLE "claims" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"slug" text NOT NULL,
	"state" "record_state" DEFAULT 'draft' NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_by" uuid NOT NULL,
	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
	"updated_by" uuid NOT NULL,
	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
	"approved_by" uuid,
	"approved_version" integer,
	"published_at" timestamp(3) with time zone,
	"note" text,
	"proposition" text NOT NULL,
	"subject" text NOT NULL,
	"scope" "claim_scope" NOT NULL,
	"region" char(3),
	"country" char(2),
	"station_id" uuid,
	"position" "claim_position" NOT NULL,
	"value_number" double precision,
	"value_bound" "value_bound",
	"spokesperson" text,
	"relayed_by_id" uuid,
	"asserted_edtf" text,
	"asserted_from" date,
	"asserted_to" date,
	"asserted_sort" date GENERATED ALWAYS AS (coalesce("asserted_from", "asserted_to", '0001-01-01'::date)) STORED NOT NULL,
	"assessment" "assessment" DEFAULT 'unassessed' NOT NULL,
	"search" "tsvector" GENERATED ALWAYS AS (search_document(null, coalesce("proposition", '') || ' ' || coalesce("spokesperson", '') || ' ' || coalesce(replace("subject", '_', ' '), '') || ' ' || coalesce("note", ''))) STORED,
	CONSTRAINT "claims_slug_unique" UNIQUE("slug"),
	CONSTRAINT "claims_slug_form" CHECK ("slug" ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
	CONSTRAINT "claims_version_positive" CHECK ("version" >= 1),
	CONSTRAINT "claims_four_eyes" CHECK ("approved_by" is null or "approved_by" <> "updated_by"),
	CONSTRAINT "claims_approved_first" CHECK ("state" not in ('approved', 'published', 'corrected') or ("approved_by" is not null and "approved_version" is not null)),
	CONSTRAINT "claims_published_dated" CHECK ("state" not in ('published', 'corrected') or "published_at" is not null),
	CONSTRAINT "claims_asserted_range" CHECK (("asserted_edtf" is null) = ("asserted_from" is null and "asserted_to" is null) and ("asserted_from" is null or "asserted_to" is null or "asserted_from" <= "asserted_to")),
	CONSTRAINT "claims_country_form" CHECK ("country" is null or "country" ~ '^[A-Z]{2}$'),
	CONSTRAINT "claims_subject_form" CHECK ("claims"."subject" ~ '^[a-z][a-z0-9_]{1,60}$'),
	CONSTRAINT "claims_scope_named" CHECK (case "claims"."scope" when 'station' then "claims"."station_id" is not null when 'country' then "claims"."country" is not null when 'region' then "claims"."region" is not null else true end),
	CONSTRAINT "claims_bound_of_value" CHECK ("claims"."value_bound" is null or "claims"."value_number" is not null)
);
--> statement-breakpoint
CREATE TABLE "response_claims" (
	"response_id" uuid NOT NULL,
	"claim_id" uuid NOT NULL,
	"answer" "answer" NOT NULL,
	CONSTRAINT "response_claims_response_id_claim_id_pk" PRIMARY KEY("response_id","claim_id")
);
--> statement-breakpoint
CREATE TABLE "response_evidence" (
	"response_id" uuid NOT NULL,
	"evidence_id" uuid NOT NULL,
	CONSTRAINT "response_evidence_response_id_evidence_id_pk" PRIMARY KEY("response_id","evidence_id")
);
--> statement-breakpoint
CREATE TABLE "response_stations" (
	"response_id" uuid NOT NULL,
	"station_id" uuid NOT NULL,
	CONSTRAINT "response_stations_response_id_station_id_pk" PRIMARY KEY("response_id","station_id")
);
--> statement-breakpoint
CREATE TABLE "responses" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"slug" text NOT NULL,
	"state" "record_state" DEFAULT 'draft' NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_by" uuid NOT NULL,
	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
	"updated_by" uuid NOT NULL,
	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
	"approved_by" uuid,
	"approved_version" integer,
	"published_at" timestamp(3) with time zone,
	"note" text,
	"authority_id" uuid NOT NULL,
	"official_role" text,
	"official_name" text,
	"kind" "response_kind" NOT NULL,
	"given_edtf" text,
	"given_from" date,
	"given_to" date,
	"given_sort" date GENERATED ALWAYS AS (coalesce("given_from", "given_to", '0001-01-01'::date)) STORED NOT NULL,
	"summary" text NOT NULL,
	"quote" text,
	"quote_language" text,
	"quote_translation" text,
	"countries" char(2)[] DEFAULT '{}' NOT NULL,
	"search" "tsvector" GENERATED ALWAYS AS (search_document("quote_language", coalesce("summary", '') || ' ' || coalesce("quote", '') || ' ' || coalesce("quote_translation", '') || ' ' || coalesce("official_role", '') || ' ' || coalesce("official_name", '') || ' ' || coalesce("note", ''))) STORED,
	CONSTRAINT "responses_slug_unique" UNIQUE("slug"),
	CONSTRAINT "responses_slug_form" CHECK ("slug" ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
	CONSTRAINT "responses_version_positive" CHECK ("version" >= 1),
	CONSTRAINT "responses_four_eyes" CHECK ("approved_by" is null or "approved_by" <> "updated_by"),
	CONSTRAINT "responses_approved_first" CHECK ("state" not in ('approved', 'published', 'corrected') or ("approved_by" is not null and "approved_version" is not null)),
	CONSTRAINT "responses_published_dated" CHECK ("state" not in ('published', 'corrected') or "published_at" is not null),
	CONSTRAINT "responses_given_range" CHECK (("given_edtf" is null) = ("given_from" is null and "given_to" is null) and ("given_from" is null or "given_to" is null or "given_from" <= "given_to")),
	CONSTRAINT "responses_quote_language" CHECK ("responses"."quote" is null or "responses"."quote_language" is not null)
);
--> statement-breakpoint
CREATE TABLE "event_evidence" (
	"event_id" uuid NOT NULL,
	"evidence_id" uuid NOT NULL,
	CONSTRAINT "event_evidence_event_id_evidence_id_pk" PRIMARY KEY("event_id","evidence_id")
);
--> statement-breakpoint
CREATE TABLE "events" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"slug" text NOT NULL,
	"state" "record_state" DEFAULT 'draft' NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_by" uuid NOT NULL,
	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
	"updated_by" uuid NOT NULL,
	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
	"approved_by" uuid,
	"approved_version" integer,
	"published_at" timestamp(3) with time zone,
	"note" text,
	"title" text NOT NULL,
	"kind" "event_kind" NOT NULL,
	"occurred_edtf" text,
	"occurred_from" date,
	"occurred_to" date,
	"occurred_sort" date GENERATED ALWAYS AS (coalesce("occurred_from", "occurred_to", '0001-01-01'::date)) STORED NOT NULL,
	"country" char(2),
	"summary" text,
	"search" "tsvector" GENERATED ALWAYS AS (search_document(null, coalesce("title", '') || ' ' || coalesce("summary", '') || ' ' || coalesce("note", ''))) STORED,
	CONSTRAINT "events_slug_unique" UNIQUE("slug"),
	CONSTRAINT "events_slug_form" CHECK ("slug" ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
	CONSTRAINT "events_version_positive" CHECK ("version" >= 1),
	CONSTRAINT "events_four_eyes" CHECK ("approved_by" is null or "approved_by" <> "updated_by"),
	CONSTRAINT "events_approved_first" CHECK ("state" not in ('approved', 'published', 'corrected') or ("approved_by" is not null and "approved_version" is not null)),
	CONSTRAINT "events_published_dated" CHECK ("state" not in ('published', 'corrected') or "published_at" is not null),
	CONSTRAINT "events_occurred_range" CHECK (("occurred_edtf" is null) = ("occurred_from" is null and "occurred_to" is null) and ("occurred_from" is null or "occurred_to" is null or "occurred_from" <= "occurred_to")),
	CONSTRAINT "events_country_form" CHECK ("country" is null or "country" ~ '^[A-Z]{2}$')
);
--> statement-breakpoint
CREATE TABLE "status_reports" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"slug" text NOT NULL,
	"state" "record_state" DEFAULT 'draft' NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_by" uuid NOT NULL,
	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
	"updated_by" uuid NOT NULL,
	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
	"approved_by" uuid,
	"approved_version" integer,
	"published_at" timestamp(3) with time zone,
	"note" text,
	"station_id" uuid NOT NULL,
	"status" "station_status" NOT NULL,
	"as_of_edtf" text,
	"as_of_from" date,
	"as_of_to" date,
	"as_of_sort" date GENERATED ALWAYS AS (coalesce("as_of_from", "as_of_to", '0001-01-01'::date)) STORED NOT NULL,
	"response_id" uuid,
	"evidence_id" uuid,
	CONSTRAINT "status_reports_slug_unique" UNIQUE("slug"),
	CONSTRAINT "status_reports_slug_form" CHECK ("slug" ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
	CONSTRAINT "status_reports_version_positive" CHECK ("version" >= 1),
	CONSTRAINT "status_reports_four_eyes" CHECK ("approved_by" is null or "approved_by" <> "updated_by"),
	CONSTRAINT "status_reports_approved_first" CHECK ("state" not in ('approved', 'published', 'corrected') or ("approved_by" is not null and "approved_version" is not null)),
	CONSTRAINT "status_reports_published_dated" CHECK ("state" not in ('published', 'corrected') or "published_at" is not null),
	CONSTRAINT "status_reports_as_of_range" CHECK (("as_of_edtf" is null) = ("as_of_from" is null and "as_of_to" is null) and ("as_of_from" is null or "as_of_to" is null or "as_of_from" <= "as_of_to")),
	CONSTRAINT "status_reports_basis" CHECK ("status_reports"."response_id" is not null or "status_reports"."evidence_id" is not null)
);
--> statement-breakpoint
CREATE TABLE "reply_request_claims" (
	"request_id" uuid NOT NULL,
	"claim_id" uuid NOT NULL,
	CONSTRAINT "reply_request_claims_request_id_claim_id_pk" PRIMARY KEY("request_id","claim_id")
);
--> statement-breakpoint
CREATE TABLE "reply_request_stations" (
	"request_id" uuid NOT NULL,
	"station_id" uuid NOT NULL,
	CONSTRAINT "reply_request_stations_request_id_station_id_pk" PRIMARY KEY("request_id","station_id")
);
--> statement-breakpoint
CREATE TABLE "reply_requests" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"slug" text NOT NULL,
	"state" "record_state" DEFAULT 'draft' NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_by" uuid NOT NULL,
	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
	"updated_by" uuid NOT NULL,
	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
	"approved_by" uuid,
	"approved_version" integer,
	"published_at" timestamp(3) with time zone,
	"note" text,
	"respondent_id" uuid NOT NULL,
	"questions" text NOT NULL,
	"channel" "reply_channel" NOT NULL,
	"sent_on" date NOT NULL,
	"due_on" date NOT NULL,
	"response_id" uuid,
	CONSTRAINT "reply_requests_slug_unique" UNIQUE("slug"),
	CONSTRAINT "reply_requests_slug_form" CHECK ("slug" ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
	CONSTRAINT "reply_requests_version_positive" CHECK ("version" >= 1),
	CONSTRAINT "reply_requests_four_eyes" CHECK ("approved_by" is null or "approved_by" <> "updated_by"),
	CONSTRAINT "reply_requests_approved_first" CHECK ("state" not in ('approved', 'published', 'corrected') or ("approved_by" is not null and "approved_version" is not null)),
	CONSTRAINT "reply_requests_published_dated" CHECK ("state" not in ('published', 'corrected') or "published_at" is not null),
	CONSTRAINT "reply_requests_days" CHECK ("reply_requests"."due_on" >= "reply_requests"."sent_on")
);
--> statement-breakpoint
CREATE TABLE "coverage" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"slug" text NOT NULL,
	"state" "record_state" DEFAULT 'draft' NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_by" uuid NOT NULL,
	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
	"updated_by" uuid NOT NULL,
	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
	"approved_by" uuid,
	"approved_version" integer,
	"published_at" timestamp(3) with time zone,
	"note" text,
	"country" char(2) NOT NULL,
	"as_of_edtf" text,
	"as_of_from" date,
	"as_of_to" date,
	"as_of_sort" date GENERATED ALWAYS AS (coalesce("as_of_from", "as_of_to", '0001-01-01'::date)) STORED NOT NULL,
	CONSTRAINT "coverage_slug_unique" UNIQUE("slug"),
	CONSTRAINT "coverage_slug_form" CHECK ("slug" ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
	CONSTRAINT "coverage_version_positive" CHECK ("version" >= 1),
	CONSTRAINT "coverage_four_eyes" CHECK ("approved_by" is null or "approved_by" <> "updated_by"),
	CONSTRAINT "coverage_approved_first" CHECK ("state" not in ('approved', 'published', 'corrected') or ("approved_by" is not null and "approved_version" is not null)),
	CONSTRAINT "coverage_published_dated" CHECK ("state" not in ('published', 'corrected') or "published_at" is not null),
	CONSTRAINT "coverage_as_of_range" CHECK (("as_of_edtf" is null) = ("as_of_from" is null and "as_of_to" is null) and ("as_of_from" is null or "as_of_to" is null or "as_of_from" <= "as_of_to")),
	CONSTRAINT "coverage_country_form" CHECK ("country" is null or "country" ~ '^[A-Z]{2}$')
);
--> statement-breakpoint
CREATE TABLE "coverage_evidence" (
	"coverage_id" uuid NOT NULL,
	"evidence_id" uuid NOT NULL,
	CONSTRAINT "coverage_evidence_coverage_id_evidence_id_pk" PRIMARY KEY("coverage_id","evidence_id")
);
--> statement-breakpoint
CREATE TABLE "coverage_examiners" (
	"coverage_id" uuid NOT NULL,
	"organization_id" uuid NOT NULL,
	CONSTRAINT "coverage_examiners_coverage_id_organization_id_pk" PRIMARY KEY("coverage_id","organization_id")
);
--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "idempotency_keys" ADD CONSTRAINT "idempotency_keys_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "revisions" ADD CONSTRAINT "revisions_author_id_people_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "organizations" ADD CONSTRAINT "organizations_created_by_people_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "organizations" ADD CONSTRAINT "organizations_updated_by_people_id_fk" FOREIGN KEY ("updated_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "organizations" ADD CONSTRAINT "organizations_approved_by_people_id_fk" FOREIGN KEY ("approved_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "stations" ADD CONSTRAINT "stations_created_by_people_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "stations" ADD CONSTRAINT "stations_updated_by_people_id_fk" FOREIGN KEY ("updated_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "stations" ADD CONSTRAINT "stations_approved_by_people_id_fk" FOREIGN KEY ("approved_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "stations" ADD CONSTRAINT "stations_operator_id_organizations_id_fk" FOREIGN KEY ("operator_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "evidence" ADD CONSTRAINT "evidence_created_by_people_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "evidence" ADD CONSTRAINT "evidence_updated_by_people_id_fk" FOREIGN KEY ("updated_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "evidence" ADD CONSTRAINT "evidence_approved_by_people_id_fk" FOREIGN KEY ("approved_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "evidence" ADD CONSTRAINT "evidence_publisher_id_organizations_id_fk" FOREIGN KEY ("publisher_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "evidence" ADD CONSTRAINT "evidence_carried_by_id_organizations_id_fk" FOREIGN KEY ("carried_by_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "evidence_stations" ADD CONSTRAINT "evidence_stations_evidence_id_evidence_id_fk" FOREIGN KEY ("evidence_id") REFERENCES "public"."evidence"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "evidence_stations" ADD CONSTRAINT "evidence_stations_station_id_stations_id_fk" FOREIGN KEY ("station_id") REFERENCES "public"."stations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "claim_claimants" ADD CONSTRAINT "claim_claimants_claim_id_claims_id_fk" FOREIGN KEY ("claim_id") REFERENCES "public"."claims"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "claim_claimants" ADD CONSTRAINT "claim_claimants_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "claim_disputes" ADD CONSTRAINT "claim_disputes_claim_id_claims_id_fk" FOREIGN KEY ("claim_id") REFERENCES "public"."claims"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "claim_disputes" ADD CONSTRAINT "claim_disputes_disputed_id_claims_id_fk" FOREIGN KEY ("disputed_id") REFERENCES "public"."claims"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "claim_evidence" ADD CONSTRAINT "claim_evidence_claim_id_claims_id_fk" FOREIGN KEY ("claim_id") REFERENCES "public"."claims"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "claim_evidence" ADD CONSTRAINT "claim_evidence_evidence_id_evidence_id_fk" FOREIGN KEY ("evidence_id") REFERENCES "public"."evidence"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "claim_evidence" ADD CONSTRAINT "claim_evidence_origin_id_organizations_id_fk" FOREIGN KEY ("origin_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "claims" ADD CONSTRAINT "claims_created_by_people_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "claims" ADD CONSTRAINT "claims_updated_by_people_id_fk" FOREIGN KEY ("updated_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "claims" ADD CONSTRAINT "claims_approved_by_people_id_fk" FOREIGN KEY ("approved_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "claims" ADD CONSTRAINT "claims_station_id_stations_id_fk" FOREIGN KEY ("station_id") REFERENCES "public"."stations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "claims" ADD CONSTRAINT "claims_relayed_by_id_organizations_id_fk" FOREIGN KEY ("relayed_by_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "response_claims" ADD CONSTRAINT "response_claims_response_id_responses_id_fk" FOREIGN KEY ("response_id") REFERENCES "public"."responses"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "response_claims" ADD CONSTRAINT "response_claims_claim_id_claims_id_fk" FOREIGN KEY ("claim_id") REFERENCES "public"."claims"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "response_evidence" ADD CONSTRAINT "response_evidence_response_id_responses_id_fk" FOREIGN KEY ("response_id") REFERENCES "public"."responses"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "response_evidence" ADD CONSTRAINT "response_evidence_evidence_id_evidence_id_fk" FOREIGN KEY ("evidence_id") REFERENCES "public"."evidence"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "response_stations" ADD CONSTRAINT "response_stations_response_id_responses_id_fk" FOREIGN KEY ("response_id") REFERENCES "public"."responses"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "response_stations" ADD CONSTRAINT "response_stations_station_id_stations_id_fk" FOREIGN KEY ("station_id") REFERENCES "public"."stations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "responses" ADD CONSTRAINT "responses_created_by_people_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "responses" ADD CONSTRAINT "responses_updated_by_people_id_fk" FOREIGN KEY ("updated_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "responses" ADD CONSTRAINT "responses_approved_by_people_id_fk" FOREIGN KEY ("approved_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "responses" ADD CONSTRAINT "responses_authority_id_organizations_id_fk" FOREIGN KEY ("authority_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "event_evidence" ADD CONSTRAINT "event_evidence_event_id_events_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."events"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "event_evidence" ADD CONSTRAINT "event_evidence_evidence_id_evidence_id_fk" FOREIGN KEY ("evidence_id") REFERENCES "public"."evidence"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "events" ADD CONSTRAINT "events_created_by_people_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "events" ADD CONSTRAINT "events_updated_by_people_id_fk" FOREIGN KEY ("updated_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "events" ADD CONSTRAINT "events_approved_by_people_id_fk" FOREIGN KEY ("approved_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "status_reports" ADD CONSTRAINT "status_reports_created_by_people_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "status_reports" ADD CONSTRAINT "status_reports_updated_by_people_id_fk" FOREIGN KEY ("updated_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "status_reports" ADD CONSTRAINT "status_reports_approved_by_people_id_fk" FOREIGN KEY ("approved_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "status_reports" ADD CONSTRAINT "status_reports_station_id_stations_id_fk" FOREIGN KEY ("station_id") REFERENCES "public"."stations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "status_reports" ADD CONSTRAINT "status_reports_response_id_responses_id_fk" FOREIGN KEY ("response_id") REFERENCES "public"."responses"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "status_reports" ADD CONSTRAINT "status_reports_evidence_id_evidence_id_fk" FOREIGN KEY ("evidence_id") REFERENCES "public"."evidence"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reply_request_claims" ADD CONSTRAINT "reply_request_claims_request_id_reply_requests_id_fk" FOREIGN KEY ("request_id") REFERENCES "public"."reply_requests"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reply_request_claims" ADD CONSTRAINT "reply_request_claims_claim_id_claims_id_fk" FOREIGN KEY ("claim_id") REFERENCES "public"."claims"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reply_request_stations" ADD CONSTRAINT "reply_request_stations_request_id_reply_requests_id_fk" FOREIGN KEY ("request_id") REFERENCES "public"."reply_requests"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reply_request_stations" ADD CONSTRAINT "reply_request_stations_station_id_stations_id_fk" FOREIGN KEY ("station_id") REFERENCES "public"."stations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reply_requests" ADD CONSTRAINT "reply_requests_created_by_people_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reply_requests" ADD CONSTRAINT "reply_requests_updated_by_people_id_fk" FOREIGN KEY ("updated_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reply_requests" ADD CONSTRAINT "reply_requests_approved_by_people_id_fk" FOREIGN KEY ("approved_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reply_requests" ADD CONSTRAINT "reply_requests_respondent_id_organizations_id_fk" FOREIGN KEY ("respondent_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reply_requests" ADD CONSTRAINT "reply_requests_response_id_responses_id_fk" FOREIGN KEY ("response_id") REFERENCES "public"."responses"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "coverage" ADD CONSTRAINT "coverage_created_by_people_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "coverage" ADD CONSTRAINT "coverage_updated_by_people_id_fk" FOREIGN KEY ("updated_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "coverage" ADD CONSTRAINT "coverage_approved_by_people_id_fk" FOREIGN KEY ("approved_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "coverage_evidence" ADD CONSTRAINT "coverage_evidence_coverage_id_coverage_id_fk" FOREIGN KEY ("coverage_id") REFERENCES "public"."coverage"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "coverage_evidence" ADD CONSTRAINT "coverage_evidence_evidence_id_evidence_id_fk" FOREIGN KEY ("evidence_id") REFERENCES "public"."evidence"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "coverage_examiners" ADD CONSTRAINT "coverage_examiners_coverage_id_coverage_id_fk" FOREIGN KEY ("coverage_id") REFERENCES "public"."coverage"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "coverage_examiners" ADD CONSTRAINT "coverage_examiners_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "sessions_person" ON "sessions" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "revisions_author" ON "revisions" USING btree ("author_id","seq");--> statement-breakpoint
CREATE INDEX "organizations_by_name" ON "organizations" USING btree ("name","id");--> statement-breakpoint
CREATE INDEX "organizations_by_kind" ON "organizations" USING btree ("kind","name","id");--> statement-breakpoint
CREATE INDEX "organizations_by_country" ON "organizations" USING btree ("country","name","id");--> statement-breakpoint
CREATE INDEX "organizations_by_reliability" ON "organizations" USING btree ("reliability","name","id");--> statement-breakpoint
CREATE INDEX "organizations_by_state" ON "organizations" USING btree ("state","name","id");--> statement-breakpoint
CREATE INDEX "organizations_by_change" ON "organizations" USING btree ("updated_at","id");--> statement-breakpoint
CREATE INDEX "organizations_search" ON "organizations" USING gin ("search");--> statement-breakpoint
CREATE INDEX "stations_by_name" ON "stations" USING btree ("name","id");--> statement-breakpoint
CREATE INDEX "stations_by_country" ON "stations" USING btree ("country","name","id");--> statement-breakpoint
CREATE INDEX "stations_by_operator" ON "stations" USING btree ("operator_id","name","id");--> statement-breakpoint
CREATE INDEX "stations_by_state" ON "stations" USING btree ("state","name","id");--> statement-breakpoint
CREATE INDEX "stations_by_kind" ON "stations" USING btree ("kind","name","id");--> statement-breakpoint
CREATE INDEX "stations_by_status" ON "stations" USING btree ("status","name","id");--> statement-breakpoint
CREATE INDEX "stations_by_desk_status" ON "stations" USING btree ("desk_status","name","id");--> statement-breakpoint
CREATE INDEX "stations_by_change" ON "stations" USING btree ("updated_at","id");--> statement-breakpoint
CREATE INDEX "stations_by_first_report" ON "stations" USING btree ("first_reported_sort","id");--> statement-breakpoint
CREATE INDEX "stations_search" ON "stations" USING gin ("search");--> statement-breakpoint
CREATE INDEX "evidence_by_date" ON "evidence" USING btree ("published_sort","id");--> statement-breakpoint
CREATE INDEX "evidence_by_kind" ON "evidence" USING btree ("kind","published_sort","id");--> statement-breakpoint
CREATE INDEX "evidence_by_publisher" ON "evidence" USING btree ("publisher_id","published_sort","id");--> statement-breakpoint
CREATE INDEX "evidence_by_language" ON "evidence" USING btree ("language","published_sort","id");--> statement-breakpoint
CREATE INDEX "evidence_by_credibility" ON "evidence" USING btree ("credibility","published_sort","id");--> statement-breakpoint
CREATE INDEX "evidence_by_state" ON "evidence" USING btree ("state","published_sort","id");--> statement-breakpoint
CREATE INDEX "evidence_by_change" ON "evidence" USING btree ("updated_at","id");--> statement-breakpoint
CREATE INDEX "evidence_countries" ON "evidence" USING gin ("countries");--> statement-breakpoint
CREATE INDEX "evidence_search" ON "evidence" USING gin ("search");--> statement-breakpoint
CREATE INDEX "evidence_stations_station" ON "evidence_stations" USING btree ("station_id");--> statement-breakpoint
CREATE INDEX "claim_claimants_organization" ON "claim_claimants" USING btree ("organization_id");--> statement-breakpoint
CREATE INDEX "claim_disputes_disputed" ON "claim_disputes" USING btree ("disputed_id");--> statement-breakpoint
CREATE INDEX "claim_evidence_evidence" ON "claim_evidence" USING btree ("evidence_id");--> statement-breakpoint
CREATE INDEX "claims_by_date" ON "claims" USING btree ("asserted_sort","id");--> statement-breakpoint
CREATE INDEX "claims_ledger" ON "claims" USING btree ("subject","scope","country","asserted_sort","id");--> statement-breakpoint
CREATE INDEX "claims_by_country" ON "claims" USING btree ("country","asserted_sort","id");--> statement-breakpoint
CREATE INDEX "claims_by_station" ON "claims" USING btree ("station_id","asserted_sort","id");--> statement-breakpoint
CREATE INDEX "claims_by_assessment" ON "claims" USING btree ("assessment","asserted_sort","id");--> statement-breakpoint
CREATE INDEX "claims_by_scope" ON "claims" USING btree ("scope","asserted_sort","id");--> statement-breakpoint
CREATE INDEX "claims_by_state" ON "claims" USING btree ("state","asserted_sort","id");--> statement-breakpoint
CREATE INDEX "claims_by_change" ON "claims" USING btree ("updated_at","id");--> statement-breakpoint
CREATE INDEX "claims_search" ON "claims" USING gin ("search");--> statement-breakpoint
CREATE INDEX "response_claims_claim" ON "response_claims" USING btree ("claim_id");--> statement-breakpoint
CREATE INDEX "response_evidence_evidence" ON "response_evidence" USING btree ("evidence_id");--> statement-breakpoint
CREATE INDEX "response_stations_station" ON "response_stations" USING btree ("station_id");--> statement-breakpoint
CREATE INDEX "responses_by_date" ON "responses" USING btree ("given_sort","id");--> statement-breakpoint
CREATE INDEX "responses_by_kind" ON "responses" USING btree ("kind","given_sort","id");--> statement-breakpoint
CREATE INDEX "responses_by_authority" ON "responses" USING btree ("authority_id","given_sort","id");--> statement-breakpoint
CREATE INDEX "responses_by_state" ON "responses" USING btree ("state","given_sort","id");--> statement-breakpoint
CREATE INDEX "responses_by_change" ON "responses" USING btree ("updated_at","id");--> statement-breakpoint
CREATE INDEX "responses_countries" ON "responses" USING gin ("countries");--> statement-breakpoint
CREATE INDEX "responses_search" ON "responses" USING gin ("search");--> statement-breakpoint
CREATE INDEX "event_evidence_evidence" ON "event_evidence" USING btree ("evidence_id");--> statement-breakpoint
CREATE INDEX "events_by_date" ON "events" USING btree ("occurred_sort","id");--> statement-breakpoint
CREATE INDEX "events_by_kind" ON "events" USING btree ("kind","occurred_sort","id");--> statement-breakpoint
CREATE INDEX "events_by_country" ON "events" USING btree ("country","occurred_sort","id");--> statement-breakpoint
CREATE INDEX "events_by_state" ON "events" USING btree ("state","occurred_sort","id");--> statement-breakpoint
CREATE INDEX "events_by_change" ON "events" USING btree ("updated_at","id");--> statement-breakpoint
CREATE INDEX "events_search" ON "events" USING gin ("search");--> statement-breakpoint
CREATE INDEX "status_reports_by_station" ON "status_reports" USING btree ("station_id","as_of_sort","id");--> statement-breakpoint
CREATE INDEX "status_reports_by_response" ON "status_reports" USING btree ("response_id");--> statement-breakpoint
CREATE INDEX "status_reports_by_evidence" ON "status_reports" USING btree ("evidence_id");--> statement-breakpoint
CREATE INDEX "status_reports_by_state" ON "status_reports" USING btree ("state","as_of_sort","id");--> statement-breakpoint
CREATE INDEX "status_reports_by_change" ON "status_reports" USING btree ("updated_at","id");--> statement-breakpoint
CREATE INDEX "reply_request_claims_claim" ON "reply_request_claims" USING btree ("claim_id");--> statement-breakpoint
CREATE INDEX "reply_request_stations_station" ON "reply_request_stations" USING btree ("station_id");--> statement-breakpoint
CREATE INDEX "reply_requests_by_due" ON "reply_requests" USING btree ("due_on","id");--> statement-breakpoint
CREATE INDEX "reply_requests_by_respondent" ON "reply_requests" USING btree ("respondent_id");--> statement-breakpoint
CREATE INDEX "reply_requests_by_response" ON "reply_requests" USING btree ("response_id");--> statement-breakpoint
CREATE INDEX "reply_requests_by_state" ON "reply_requests" USING btree ("state","due_on","id");--> statement-breakpoint
CREATE INDEX "reply_requests_by_change" ON "reply_requests" USING btree ("updated_at","id");--> statement-breakpoint
CREATE INDEX "coverage_by_country" ON "coverage" USING btree ("country","as_of_sort","id");--> statement-breakpoint
CREATE INDEX "coverage_by_state" ON "coverage" USING btree ("state","as_of_sort","id");--> statement-breakpoint
CREATE INDEX "coverage_by_change" ON "coverage" USING btree ("updated_at","id");--> statement-breakpoint
CREATE INDEX "coverage_evidence_evidence" ON "coverage_evidence" USING btree ("evidence_id");--> statement-breakpoint
CREATE INDEX "coverage_examiners_organization" ON "coverage_examiners" USING btree ("organization_id");