-- Called while a record's lock is taken, by a change that was made from another version than the one that is stored by now. Its
-- failure ends the transaction here, so that whoever waits for the same lock is not kept until the site has heard of it.
CREATE FUNCTION refuse_stale() RETURNS boolean LANGUAGE plpgsql VOLATILE AS $$
BEGIN
  RAISE EXCEPTION 'The record was changed meanwhile' USING ERRCODE = 'WH002';
END;
$$;
