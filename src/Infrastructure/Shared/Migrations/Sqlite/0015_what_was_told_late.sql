-- What a phone that is ahead of us told is kept event by event, so that each of them is known again; until now it was the last one only.
UPDATE intervention
SET told_ahead = json_array(json_object('move', CASE
      WHEN status = 'travelling' THEN 'travel'
      WHEN status = 'started' THEN 'start'
      WHEN outcome = 'nobody_there' THEN 'nobody_there'
      ELSE 'complete'
    END, 'at', told_ahead))
WHERE told_ahead IS NOT NULL;

-- When the customer wants somebody there, also where presence is not promised yet. What was agreed on before is in the promise itself.
ALTER TABLE ticket ADD COLUMN presence_wanted_at TEXT NULL;

UPDATE ticket
SET presence_wanted_at =
  (SELECT min(i.starts_at) FROM intervention i WHERE i.ticket_id = ticket.id AND i.status = 'planned' AND json_extract(i.appointment, '$.wishedByCustomer'))
WHERE is_open = 1;

-- For which ticket a quote was answered: it goes along into another, and counts for the first one all the same.
ALTER TABLE quote ADD COLUMN answered_on_id TEXT NULL;

UPDATE quote SET answered_on_id = ticket_id WHERE accepted IS NOT NULL;

CREATE INDEX ix_quote_answered_on ON quote (answered_on_id, accepted) WHERE answered_on_id IS NOT NULL;

-- Where it was to be before its ticket was about another site: an arrival that is told late was there.
ALTER TABLE intervention ADD COLUMN former_sites TEXT NULL;
