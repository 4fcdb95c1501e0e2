CREATE TABLE "held_forms" (
	"key" text PRIMARY KEY NOT NULL,
	"sealed" text NOT NULL,
	"held_at" timestamp(3) with time zone DEFAULT now() NOT NULL
);
