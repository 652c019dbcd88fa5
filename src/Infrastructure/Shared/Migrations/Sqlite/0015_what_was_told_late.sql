-- What a phone that is ahead of us told is kept event by event, so that each of them is known again; until now it was the last one only.
UPDATE intervention
SET told_ahead = json_array(json_object('move', CASE
      WHEN status IN ('travelling', 'cancelled') THEN 'travel'
      WHEN status = 'started' THEN 'start'
      WHEN outcome = 'nobody_there' THEN 'nobody_there'
      ELSE 'complete'
    END, 'at', told_ahead))
WHERE told_ahead IS NOT NULL;

-- When the customer wants somebody there, also where presence is not promised yet, and for which intervention that is: where nobody comes before.
ALTER TABLE ticket ADD COLUMN presence_wanted_at TEXT NULL;
ALTER TABLE ticket ADD COLUMN presence_wanted_for TEXT NULL;

UPDATE ticket
SET presence_wanted_at = w.starts_at, presence_wanted_for = w.id
FROM intervention w
WHERE w.ticket_id = ticket.id AND ticket.is_open = 1 AND w.status IN ('planned', 'travelling') AND json_extract(w.appointment, '$.wishedByCustomer')
  AND NOT EXISTS (
    SELECT 1 FROM intervention o
    WHERE o.ticket_id = ticket.id AND o.id <> w.id
      AND (o.status IN ('travelling', 'started') OR (o.status = 'planned' AND (o.starts_at < w.starts_at OR (o.starts_at = w.starts_at AND o.id < w.id)))));

-- Where another began than was appointed, the one who was appointed is free.
UPDATE intervention_technician
SET busy_from = NULL, busy_to = NULL
WHERE EXISTS (
  SELECT 1 FROM intervention i
  WHERE i.id = intervention_technician.intervention_id AND i.status = 'started' AND i.begun_by IS NOT NULL
    AND intervention_technician.technician_id NOT IN (SELECT value FROM json_each(i.begun_by)));

-- For which ticket a quote was made: it goes along into another, and counts for the first one all the same.
ALTER TABLE quote ADD COLUMN made_for_id TEXT NOT NULL DEFAULT '';

UPDATE quote SET made_for_id = ticket_id;

-- Where it was to be before its ticket was about another site: an arrival that is told late was there.
ALTER TABLE intervention ADD COLUMN former_sites TEXT NULL;
