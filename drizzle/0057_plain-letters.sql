-- The same functions, of which each knows a text in plain letters (octets and characters are as many): for those nothing has to
-- be normalized, and no class of a thousand characters to be gone through, which took nine tenths of the time.
CREATE OR REPLACE FUNCTION fold(text) RETURNS text
LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
DECLARE
  plain text;
BEGIN
  IF octet_length($1) = length($1) THEN
    RETURN lower($1);
  END IF;
  plain := regexp_replace(normalize($1, NFKD), '[\u00ad\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u061c\u0621\u0640\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e4\u06e7\u06e8\u06ea-\u06ed\u0711\u0730-\u074a\u08ca-\u08e1\u08e3-\u08ff\u115f\u1160\u17b4\u17b5\u180b-\u180f\u1ab0-\u1aff\u1dc0-\u1dff\u200b-\u200f\u202a-\u202e\u2060-\u206f\u20d0-\u20ff\u2de0-\u2dff\u3164\ua66f-\ua67d\ufe00-\ufe0f\ufe20-\ufe2f\ufeff\uffa0\ufff0-\ufff8\U0001d173-\U0001d17a\U000e0000-\U000e0fff]+', '', 'g');
  IF octet_length(plain) = length(plain) THEN
    RETURN lower(plain);
  END IF;
  plain := lower(normalize(plain, NFC));
  IF plain ~ '[øłđðħıŧŋəɓɗƙɨƀǥςґٱٲٳةىکڪیہھە٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹०१२३४५६७८९০১২৩৪৫৬৭৮৯๐๑๒๓๔๕๖๗๘๙æœßþװױײ]' THEN
    plain := translate(
    replace(replace(replace(replace(replace(replace(replace(plain, 'æ', 'ae'), 'œ', 'oe'), 'ß', 'ss'), 'þ', 'th'), 'װ', 'וו'), 'ױ', 'וי'), 'ײ', 'יי'),
    'øłđðħıŧŋəɓɗƙɨƀǥςґٱٲٳةىکڪیہھە٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹०१२३४५६७८९০১২৩৪৫৬৭৮৯๐๑๒๓๔๕๖๗๘๙',
    'olddhitnebdkibgσгاااهيككيههه01234567890123456789012345678901234567890123456789');
  END IF;
  RETURN plain;
END;
$$;
--> statement-breakpoint
CREATE OR REPLACE FUNCTION words_of(text) RETURNS tsvector
LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
DECLARE
  plain text;
BEGIN
  -- Quotation marks and dashes of print are between words, as those of typewriters are.
  plain := CASE WHEN octet_length($1) = length($1) THEN $1 ELSE translate($1, '’‘“”–—', '      ') END;
  -- PostgreSQL's own parser cuts plain letters and digits at spaces too, but for a number such as 1e5 within a word.
  IF length(plain) < 500 AND octet_length(plain) = length(plain) AND lower(plain) = plain THEN
    plain := regexp_replace(plain, '[\u0001-\u002f\u003a-\u0040\u005b-\u0060\u007b-\u007f]+', ' ', 'g');
    IF plain !~ '[0-9]e[0-9]' THEN
      RETURN to_tsvector('pg_catalog.simple', plain);
    END IF;
  END IF;
  RETURN (
  SELECT coalesce(string_agg(left(word, 500) || ':' || least(place, 16383), ' '), '')::tsvector
  FROM string_to_table(trim(regexp_replace($1, '[\u0001-\u002f\u003a-\u0040\u005b-\u0060\u007b-\u00bf\u00d7\u00f7\u02b9-\u02c5\u02d2-\u02eb\u02ed\u02ef-\u02ff\u0375\u037e\u0384-\u0387\u03f6\u0482\u055a-\u055f\u0589-\u058f\u05be\u05c0\u05c3\u05c6\u05f3-\u060f\u061b-\u061f\u066a-\u066d\u06d4\u06dd\u06de\u06e9\u06fd\u06fe\u0700-\u070f\u07f6-\u07f9\u07fe\u07ff\u0830-\u083e\u085e\u0888\u0890\u0891\u08e2\u0964\u0965\u0970\u09f2\u09f3\u09fa\u09fb\u09fd\u0a76\u0af0\u0af1\u0b70\u0bf3-\u0bfa\u0c77\u0c7f\u0c84\u0d4f\u0d79\u0df4\u0e3f\u0e4f\u0e5a\u0e5b\u0f01-\u0f17\u0f1a-\u0f1f\u0f34\u0f36\u0f38\u0f3a-\u0f3d\u0f85\u0fbe-\u0fc5\u0fc7-\u0fda\u104a-\u104f\u109e\u109f\u10fb\u1360-\u1368\u1390-\u1399\u1400\u166d\u166e\u1680\u169b\u169c\u16eb-\u16ed\u1735\u1736\u17d4-\u17d6\u17d8-\u17db\u1800-\u180a\u180e\u1940-\u1945\u19de-\u19ff\u1a1e\u1a1f\u1aa0-\u1aa6\u1aa8-\u1aad\u1b4e\u1b4f\u1b5a-\u1b6a\u1b74-\u1b7f\u1bfc-\u1bff\u1c3b-\u1c3f\u1c7e\u1c7f\u1cc0-\u1cc7\u1cd3\u1fbd-\u20c1\u2100-\u212e\u213a-\u214d\u214f\u218a-\u24e9\u2500-\u2775\u2794-\u2bff\u2ce5-\u2cea\u2cf9-\u2cfc\u2cfe\u2cff\u2d70\u2e00-\u2e2e\u2e30-\u3020\u3030\u3036\u3037\u303d-\u303f\u309b\u309c\u30a0\u30fb\u3190-\u319f\u31c0-\u31ef\u3200-\u3247\u3250-\u33ff\u4dc0-\u4dff\ua490-\ua4c6\ua4fe\ua4ff\ua60d-\ua60f\ua673\ua67e\ua6f2-\ua716\ua720\ua721\ua789\ua78a\ua828-\ua82b\ua836-\ua839\ua874-\ua877\ua8ce\ua8cf\ua8f8-\ua8fa\ua8fc\ua92e\ua92f\ua95f\ua9c1-\ua9cd\ua9de\ua9df\uaa5c-\uaa5f\uaa77-\uaa79\uaade\uaadf\uaaf0\uaaf1\uab5b\uab6a\uab6b\uabeb\ufb29-\ufdff\ufe10-\ufe19\ufe30-\ufe6b\ufeff-\ufffd\U0001f000-\U0001fbff\u0e01-\u0e3a\u0e40-\u0e4e\u0e81-\u0ecf\u0edc-\u0edf\u1000-\u103f\u1050-\u1089\u1780-\u17d3\u17d7\u3041-\u3096\u309d-\u309f\u30a1-\u30fa\u30fc-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]+', ' ', 'g')), ' ')
    WITH ORDINALITY AS found(word, place)
  WHERE word <> ''
  );
END;
$$;
--> statement-breakpoint
CREATE OR REPLACE FUNCTION unspaced_bigrams(text) RETURNS text[]
LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
BEGIN
  IF octet_length($1) = length($1) THEN
    RETURN '{}';
  END IF;
  RETURN (
  SELECT coalesce(array_agg(DISTINCT substr(run[1], place, 2)), '{}')
  FROM regexp_matches($1, '[\u0e01-\u0e3a\u0e40-\u0e4e\u0e81-\u0ecf\u0edc-\u0edf\u1000-\u103f\u1050-\u1089\u1780-\u17d3\u17d7\u3041-\u3096\u309d-\u309f\u30a1-\u30fa\u30fc-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]+', 'g') AS found(run),
       LATERAL generate_series(1, length(run[1])) AS place
  );
END;
$$;
--> statement-breakpoint
CREATE OR REPLACE FUNCTION search_document(language text, content text) RETURNS tsvector
LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
DECLARE
  folded text := public.fold(content);
  config regconfig := CASE left(coalesce(language, 'en'), 2)
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
    END;
BEGIN
  IF octet_length(folded) = length(folded) THEN
    RETURN public.words_of(folded) || to_tsvector(config, folded);
  END IF;
  RETURN public.words_of(folded) || to_tsvector(config, folded) || array_to_tsvector(public.unspaced_bigrams(folded));
END;
$$;
--> statement-breakpoint
CREATE OR REPLACE FUNCTION name_key(text) RETURNS text
LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
DECLARE
  folded text := public.fold($1);
  plain text;
  words tsvector;
  telling tsvector;
BEGIN
  plain := translate(folded, '“”–—.''`’‘', '    ');
  IF length(plain) < 500 AND octet_length(plain) = length(plain) THEN
    plain := regexp_replace(plain, '[\u0001-\u002f\u003a-\u0040\u005b-\u0060\u007b-\u007f]+', ' ', 'g');
    IF plain !~ '[0-9]e[0-9]' THEN
      words := to_tsvector('pg_catalog.simple', plain);
      telling := ts_delete(words, '{the,a,an,de,het,een,der,die,das,den,le,la,les,l,el,los,las,il,lo,gli,un,une,una,al,and,en,und,et,y,e,inc,incorporated,ltd,limited,llc,llp,plc,corp,corporation,co,company,gmbh,ag,kg,bv,nv,vof,sa,sas,sarl,srl,spa,oy,oyj,ab,asa,aps,kft,zrt,sro,doo,ltda,pty,pte,ооо,оао,зао,пао,ао}'::text[]);
      RETURN array_to_string(tsvector_to_array(CASE WHEN length(telling) > 0 THEN telling ELSE words END), ' ');
    END IF;
  END IF;
  RETURN (
  SELECT left(coalesce(
    string_agg(word, ' ' ORDER BY word COLLATE "C") FILTER (WHERE word <> ALL ('{the,a,an,de,het,een,der,die,das,den,le,la,les,l,el,los,las,il,lo,gli,un,une,una,al,and,en,und,et,y,e,inc,incorporated,ltd,limited,llc,llp,plc,corp,corporation,co,company,gmbh,ag,kg,bv,nv,vof,sa,sas,sarl,srl,spa,oy,oyj,ab,asa,aps,kft,zrt,sro,doo,ltda,pty,pte,ооо,оао,зао,пао,ао}'::text[])),
    string_agg(word, ' ' ORDER BY word COLLATE "C"),
    ''), 500)
  FROM (
    SELECT DISTINCT word
    FROM string_to_table(
      regexp_replace(
        regexp_replace(
          regexp_replace(
            regexp_replace(folded, '[.''’‘ʼ`´]+', '', 'g'),
            '[\u0001-\u002f\u003a-\u0040\u005b-\u0060\u007b-\u00bf\u00d7\u00f7\u02b9-\u02c5\u02d2-\u02eb\u02ed\u02ef-\u02ff\u0375\u037e\u0384-\u0387\u03f6\u0482\u055a-\u055f\u0589-\u058f\u05be\u05c0\u05c3\u05c6\u05f3-\u060f\u061b-\u061f\u066a-\u066d\u06d4\u06dd\u06de\u06e9\u06fd\u06fe\u0700-\u070f\u07f6-\u07f9\u07fe\u07ff\u0830-\u083e\u085e\u0888\u0890\u0891\u08e2\u0964\u0965\u0970\u09f2\u09f3\u09fa\u09fb\u09fd\u0a76\u0af0\u0af1\u0b70\u0bf3-\u0bfa\u0c77\u0c7f\u0c84\u0d4f\u0d79\u0df4\u0e3f\u0e4f\u0e5a\u0e5b\u0f01-\u0f17\u0f1a-\u0f1f\u0f34\u0f36\u0f38\u0f3a-\u0f3d\u0f85\u0fbe-\u0fc5\u0fc7-\u0fda\u104a-\u104f\u109e\u109f\u10fb\u1360-\u1368\u1390-\u1399\u1400\u166d\u166e\u1680\u169b\u169c\u16eb-\u16ed\u1735\u1736\u17d4-\u17d6\u17d8-\u17db\u1800-\u180a\u180e\u1940-\u1945\u19de-\u19ff\u1a1e\u1a1f\u1aa0-\u1aa6\u1aa8-\u1aad\u1b4e\u1b4f\u1b5a-\u1b6a\u1b74-\u1b7f\u1bfc-\u1bff\u1c3b-\u1c3f\u1c7e\u1c7f\u1cc0-\u1cc7\u1cd3\u1fbd-\u20c1\u2100-\u212e\u213a-\u214d\u214f\u218a-\u24e9\u2500-\u2775\u2794-\u2bff\u2ce5-\u2cea\u2cf9-\u2cfc\u2cfe\u2cff\u2d70\u2e00-\u2e2e\u2e30-\u3020\u3030\u3036\u3037\u303d-\u303f\u309b\u309c\u30a0\u30fb\u3190-\u319f\u31c0-\u31ef\u3200-\u3247\u3250-\u33ff\u4dc0-\u4dff\ua490-\ua4c6\ua4fe\ua4ff\ua60d-\ua60f\ua673\ua67e\ua6f2-\ua716\ua720\ua721\ua789\ua78a\ua828-\ua82b\ua836-\ua839\ua874-\ua877\ua8ce\ua8cf\ua8f8-\ua8fa\ua8fc\ua92e\ua92f\ua95f\ua9c1-\ua9cd\ua9de\ua9df\uaa5c-\uaa5f\uaa77-\uaa79\uaade\uaadf\uaaf0\uaaf1\uab5b\uab6a\uab6b\uabeb\ufb29-\ufdff\ufe10-\ufe19\ufe30-\ufe6b\ufeff-\ufffd\U0001f000-\U0001fbff]+', ' ', 'g'),
          '([\u0e01-\u0e3a\u0e40-\u0e4e\u0e81-\u0ecf\u0edc-\u0edf\u1000-\u103f\u1050-\u1089\u1780-\u17d3\u17d7\u3041-\u3096\u309d-\u309f\u30a1-\u30fa\u30fc-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]) (?=[\u0e01-\u0e3a\u0e40-\u0e4e\u0e81-\u0ecf\u0edc-\u0edf\u1000-\u103f\u1050-\u1089\u1780-\u17d3\u17d7\u3041-\u3096\u309d-\u309f\u30a1-\u30fa\u30fc-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff])', '\1', 'g'),
        '股份有限公司|有限责任公司|有限責任公司|有限公司|株式会社', '', 'g'),
      ' ') AS found(word)
    WHERE word <> ''
  ) AS words
  );
END;
$$;
--> statement-breakpoint
-- Whether a field of an address says where a reader came from, not what is read.
CREATE FUNCTION is_tracking(name text) RETURNS boolean
LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
BEGIN
  RETURN left(name, 4) = 'utm_' OR name = ANY (
    '{fbclid,gclid,dclid,gbraid,wbraid,msclkid,yclid,twclid,igshid,igsh,mc_cid,mc_eid,_ga,_gl,ref_src,ref_url,cmpid,ocid,smid}'::text[]
  );
END;
$$;
--> statement-breakpoint
CREATE OR REPLACE FUNCTION address_key(text) RETURNS text
LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
DECLARE
  rest text := trim($1);
  fragment text := '';
  query text := '';
  path text := '';
  place int;
BEGIN
  IF strpos(lower(rest), 'archive.') > 0 THEN
    rest := regexp_replace(rest, '^https?://(?:www\.)?(?:web\.archive\.org/web/[0-9]+[a-z_*]*/|archive\.(?:ph|today|is|li|vn|md|fo)/(?:o/[A-Za-z0-9]+|[0-9]{4,})/)(?=.)', '', 'i');
  END IF;
  rest := regexp_replace(rest, '^https?:/+', '', 'i');
  place := strpos(rest, '#');
  IF place > 0 THEN
    IF substr(rest, place + 1, 1) IN ('/', '!') THEN
      fragment := substr(rest, place);
    END IF;
    rest := left(rest, place - 1);
  END IF;
  place := strpos(rest, '?');
  IF place > 0 THEN
    query := substr(rest, place + 1);
    rest := left(rest, place - 1);
  END IF;
  place := strpos(rest, '/');
  IF place > 0 THEN
    path := rtrim(substr(rest, place), '/');
    rest := left(rest, place - 1);
  END IF;
  rest := lower(rest);
  IF left(rest, 3) = 'www' THEN
    rest := regexp_replace(rest, '^www[0-9]?\.', '');
  END IF;
  IF right(rest, 3) = ':80' THEN
    rest := left(rest, -3);
  ELSIF right(rest, 4) = ':443' THEN
    rest := left(rest, -4);
  END IF;
  IF right(rest, 1) = '.' THEN
    rest := left(rest, -1);
  END IF;
  IF strpos(query, '&') > 0 THEN
    query := coalesce((
      SELECT '?' || string_agg(field, '&' ORDER BY field COLLATE "C")
      FROM string_to_table(query, '&') AS asked(field)
      WHERE field <> '' AND NOT public.is_tracking(lower(split_part(field, '=', 1)))
    ), '');
  ELSIF public.is_tracking(lower(split_part(query, '=', 1))) THEN
    query := '';
  ELSIF query <> '' THEN
    query := '?' || query;
  END IF;
  RETURN left(rest || path || query || fragment, 500);
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
  keys text[];
BEGIN
  IF length(by_address) > 2 THEN
    keys := ARRAY[by_address];
  END IF;
  IF length(by_archive) > 2 AND by_archive IS DISTINCT FROM by_address THEN
    keys := keys || by_archive;
  END IF;
  IF length(by_title) > 2 THEN
    keys := keys || by_title;
  END IF;
  RETURN keys;
END;
$$;
