-- Latin letters without their accents, in lower case: the form that is indexed and the form that is asked for.
-- lib/search.ts folds a question the same way.
CREATE FUNCTION fold(text) RETURNS text
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
RETURN lower(normalize(regexp_replace(normalize($1, NFKD), '[\u0300-\u036f]', '', 'g'), NFC));
--> statement-breakpoint
CREATE FUNCTION join_texts(text[]) RETURNS text
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
RETURN array_to_string($1, ' ; ');
--> statement-breakpoint
-- Chinese and Japanese are written without spaces: every pair of neighbours is a word, and a lone character is one too.
CREATE FUNCTION cjk_bigrams(text) RETURNS text[]
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
BEGIN ATOMIC
  SELECT coalesce(array_agg(DISTINCT pair), '{}')
  FROM regexp_matches($1, '[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]+', 'g') AS found(run),
       LATERAL (
         SELECT substr(run[1], place, 2) AS pair
         FROM generate_series(1, greatest(length(run[1]) - 1, 1)) AS place
       ) AS pairs;
END;
--> statement-breakpoint
-- What a text can be found by: its words as they stand, their stems in its own language, and its CJK bigrams.
CREATE FUNCTION search_document(language text, content text) RETURNS tsvector
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN to_tsvector('simple'::regconfig, fold(content))
  || to_tsvector(
       CASE left(coalesce(language, 'en'), 2)
         WHEN 'nl' THEN 'dutch'::regconfig
         WHEN 'de' THEN 'german'::regconfig
         WHEN 'fr' THEN 'french'::regconfig
         WHEN 'it' THEN 'italian'::regconfig
         WHEN 'es' THEN 'spanish'::regconfig
         WHEN 'pt' THEN 'portuguese'::regconfig
         WHEN 'sv' THEN 'swedish'::regconfig
         WHEN 'no' THEN 'norwegian'::regconfig
         WHEN 'fi' THEN 'finnish'::regconfig
         WHEN 'hu' THEN 'hungarian'::regconfig
         WHEN 'ro' THEN 'romanian'::regconfig
         WHEN 'en' THEN 'english'::regconfig
         ELSE 'simple'::regconfig
       END,
       fold(content))
  || array_to_tsvector(cjk_bigrams(content));
--> statement-breakpoint
CREATE FUNCTION refuse_change() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'The table % is append-only: % is refused', TG_TABLE_NAME, TG_OP USING ERRCODE = 'restrict_violation';
END;
$$;
