-- What technicians had to do is looked up by technician too, when it keeps nobody busy any more.

CREATE INDEX ix_intervention_technician ON intervention_technician (technician_id, intervention_id);

-- What the customer said of an intervention: once, and nothing changes it.
CREATE TABLE feedback (
  intervention_id TEXT    NOT NULL PRIMARY KEY REFERENCES intervention (id),
  score           INTEGER NOT NULL,
  words           TEXT    NULL,
  author_kind     TEXT    NOT NULL,
  author_name     TEXT    NOT NULL,
  author_key      TEXT    NULL,
  left_at         TEXT    NOT NULL
);

-- The history of a customer is in the order in which somebody arrived, or, where nobody did, in which it was recorded.
CREATE INDEX ix_intervention_history ON intervention (customer_id, COALESCE(arrived_at, created_at), id);
