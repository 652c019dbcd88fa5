-- What was charged under a quote is asked of all tickets that were merged into one.

CREATE INDEX ix_ticket_merged_into ON ticket (merged_into_id) WHERE merged_into_id IS NOT NULL;

-- Who worked when, in rows: nobody was in two places. What is read with an intervention stays in its JSON.
CREATE TABLE time_entry (
  intervention_id TEXT    NOT NULL REFERENCES intervention (id),
  place           INTEGER NOT NULL,
  technician_id   TEXT    NOT NULL,
  worked_from     TEXT    NOT NULL,
  worked_to       TEXT    NOT NULL,
  PRIMARY KEY (intervention_id, place)
);

INSERT INTO time_entry (intervention_id, place, technician_id, worked_from, worked_to)
SELECT i.id, e.key + 1, e.value ->> 'technician', e.value ->> 'from', e.value ->> 'to'
FROM intervention i, json_each(i.ending, '$.timeEntries') e
WHERE i.ending IS NOT NULL;

CREATE INDEX ix_time_entry_technician ON time_entry (technician_id, worked_to);

-- Who began where there was no appointment; and the instant that a phone told which was ahead of us, to know it again.
ALTER TABLE intervention ADD COLUMN begun_by TEXT NULL;
ALTER TABLE intervention ADD COLUMN told_ahead TEXT NULL;

-- As long as nobody is there, it is done where the ticket says.
UPDATE intervention
SET site_id = (SELECT t.site_id FROM ticket t WHERE t.id = intervention.ticket_id)
WHERE status IN ('planned', 'travelling');

-- A voided report names the one in its place.
UPDATE work_report
SET voided = json_set(voided, '$.replacedBy', (SELECT n.id FROM work_report n WHERE n.replaces_id = work_report.id))
WHERE voided IS NOT NULL;

-- Quotes of tickets that were merged before follow to where those go on.
WITH RECURSIVE goes (origin, id) AS (
  SELECT id, merged_into_id FROM ticket WHERE merged_into_id IS NOT NULL
  UNION ALL
  SELECT g.origin, t.merged_into_id FROM goes g JOIN ticket t ON t.id = g.id WHERE t.merged_into_id IS NOT NULL
)
UPDATE quote
SET ticket_id = (SELECT g.id FROM goes g JOIN ticket e ON e.id = g.id AND e.merged_into_id IS NULL WHERE g.origin = quote.ticket_id),
    version = version + 1
WHERE ticket_id IN (SELECT origin FROM goes);
