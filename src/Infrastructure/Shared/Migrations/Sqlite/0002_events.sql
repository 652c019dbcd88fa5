-- What happened, numbered in the order of writing: writers take turns, so a later number is never seen before an earlier one.

CREATE TABLE event (
  sequence    INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
  id          TEXT    NOT NULL,
  type        TEXT    NOT NULL,
  occurred_at TEXT    NOT NULL,
  actor_kind  TEXT    NOT NULL,
  actor_name  TEXT    NOT NULL,
  actor_key   TEXT    NULL,
  customer_id TEXT    NOT NULL,
  ticket_id   TEXT    NULL,
  contract_id TEXT    NULL,
  promise     TEXT    NULL,
  changes     TEXT    NOT NULL,
  note        TEXT    NULL,
  is_internal INTEGER NOT NULL
);

CREATE INDEX ix_event_ticket ON event (ticket_id, sequence) WHERE ticket_id IS NOT NULL;
CREATE INDEX ix_event_contract ON event (contract_id, sequence) WHERE contract_id IS NOT NULL;
CREATE INDEX ix_event_customer ON event (customer_id, sequence);
