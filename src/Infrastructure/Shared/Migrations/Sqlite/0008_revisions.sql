-- A ticket's version grows with what is done to it; its revision with every save, so that nothing overwrites what it has not seen.

ALTER TABLE ticket ADD COLUMN revision INTEGER NOT NULL DEFAULT 1;
ALTER TABLE ticket DROP COLUMN due_at;
CREATE INDEX ix_ticket_previous ON ticket (previous_id) WHERE previous_id IS NOT NULL;
DROP INDEX ix_event_contract;
