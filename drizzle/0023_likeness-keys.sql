-- The same keys and documents, without planning for each row the functions in SQL that make them: they took ten times as long.
-- Names are qualified: while a dump is restored, no schema is searched.
CREATE OR REPLACE FUNCTION organization_keys(name text, others text[], url text) RETURNS text[]
LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE
SET plan_cache_mode = 'force_generic_plan'
AS $$
DECLARE
  keys text[] := ARRAY['n ' || public.name_key(name), 's ' || substring(public.address_key(url) FROM '^[^/?#]*')];
  other text;
BEGIN
  FOREACH other IN ARRAY coalesce(others, '{}') LOOP
    keys := keys || ('o ' || public.name_key(other));
  END LOOP;
  RETURN (SELECT array_agg(DISTINCT key) FROM unnest(keys) AS key WHERE length(key) > 2);
END;
$$;
--> statement-breakpoint
CREATE OR REPLACE FUNCTION station_keys(country text, name text, others text[], city text) RETURNS text[]
LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE
SET plan_cache_mode = 'force_generic_plan'
AS $$
DECLARE
  keys text[] := ARRAY['n ' || public.name_key(name), 'c ' || public.name_key(city)];
  other text;
BEGIN
  FOREACH other IN ARRAY coalesce(others, '{}') LOOP
    keys := keys || ('o ' || public.name_key(other));
  END LOOP;
  RETURN (SELECT array_agg(DISTINCT country || ' ' || key) FROM unnest(keys) AS key WHERE length(key) > 2);
END;
$$;
--> statement-breakpoint
CREATE OR REPLACE FUNCTION evidence_keys(title text, url text, archive_url text) RETURNS text[]
LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE
SET plan_cache_mode = 'force_generic_plan'
AS $$
DECLARE
  by_title text := 't ' || public.name_key(title);
  by_address text := 'a ' || public.address_key(url);
  by_archive text := 'a ' || public.address_key(archive_url);
BEGIN
  RETURN (
    SELECT array_agg(DISTINCT key) FROM unnest(ARRAY[by_title, by_address, by_archive]) AS key WHERE length(key) > 2
  );
END;
$$;
--> statement-breakpoint
ALTER FUNCTION search_document(text, text) SET plan_cache_mode = 'force_generic_plan';
