-- Appends to the chain of revisions, and is the last thing that a write does: its lock is held until the transaction ends.
-- `entries` has for each revision the parts of its canonical JSON between which its moment, the hash before it and its place
-- go, as hashedParts of lib/history/revision.ts makes them: what is hashed is what is stored. `named` has the records that
-- they name: none of them may have become another one meanwhile. `written_before` is there so that a statement can have
-- other parts of itself done before the lock is waited for.
-- Returns the place in the chain of the first.
CREATE FUNCTION append_revisions(entries json, named json, written_before bigint) RETURNS bigint
LANGUAGE plpgsql
SET plan_cache_mode = 'force_generic_plan'
AS $$
DECLARE
  last_seq bigint;
  last_hash text;
  moment text;
  entry json;
  wholes text[] := '{}';
  hashes text[] := '{}';
  whole text;
BEGIN
  PERFORM pg_advisory_xact_lock(7031942);
  IF EXISTS (
    SELECT FROM json_to_recordset(named) AS n(kind record_kind, slug text)
    JOIN merges ON merges.record_kind = n.kind AND merges.absorbed_slug = n.slug AND merges.is_active
  ) THEN
    RAISE EXCEPTION 'A record that is named here became another one' USING ERRCODE = 'WH001';
  END IF;
  -- No revision is dated before the one that it follows.
  SELECT seq, hash, at INTO last_seq, last_hash, moment FROM revisions ORDER BY seq DESC LIMIT 1;
  last_seq := coalesce(last_seq, 0);
  moment := to_char(
    greatest(date_trunc('milliseconds', clock_timestamp()), moment::timestamptz) AT TIME ZONE 'UTC',
    'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'
  );
  FOR entry IN SELECT value FROM json_array_elements(entries) LOOP
    whole := (entry ->> 0) || moment || (entry ->> 1) || coalesce('"' || last_hash || '"', 'null') || (entry ->> 2)
      || last_seq + cardinality(wholes) + 1 || (entry ->> 3);
    last_hash := 'sha256:' || encode(sha256(convert_to(whole, 'UTF8')), 'hex');
    wholes := wholes || whole;
    hashes := hashes || last_hash;
  END LOOP;
  INSERT INTO revisions (
    seq, record_kind, record_id, version, action, snapshot, changed, reason, detail, author_id, at, previous_hash, hash
  )
  SELECT
    last_seq + place, (content ->> 'recordKind')::record_kind, (content ->> 'recordId')::uuid,
    (content ->> 'version')::int, content ->> 'action', content -> 'snapshot',
    ARRAY(SELECT jsonb_array_elements_text(content -> 'changed')), content ->> 'reason', content -> 'detail',
    (content ->> 'authorId')::uuid, moment::timestamptz, content ->> 'previousHash', made.hash
  FROM (
    SELECT text::jsonb AS content, own.hash, place
    FROM unnest(wholes, hashes) WITH ORDINALITY AS own(text, hash, place)
    OFFSET 0
  ) AS made;
  RETURN last_seq + 1;
END;
$$;
