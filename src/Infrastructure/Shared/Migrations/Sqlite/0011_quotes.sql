-- Priced offers for tickets. A draft has no sent_at; whether one that was sent has expired is asked of valid_until_at, exclusive.
-- Amounts are in cents.

CREATE TABLE quote_number (
  year INTEGER NOT NULL PRIMARY KEY,
  last INTEGER NOT NULL
);

CREATE TABLE quote (
  id             TEXT    NOT NULL PRIMARY KEY,
  number         TEXT    NOT NULL,
  ticket_id      TEXT    NOT NULL REFERENCES ticket (id),
  customer_id    TEXT    NOT NULL,
  valid_until_on TEXT    NOT NULL,
  valid_until_at TEXT    NOT NULL,
  note           TEXT    NULL,
  total          BIGINT  NOT NULL,
  created_at     TEXT    NOT NULL,
  sent_at        TEXT    NULL,
  accepted       INTEGER NULL,
  answered_at    TEXT    NULL,
  answerer_kind  TEXT    NULL,
  answerer_name  TEXT    NULL,
  answerer_key   TEXT    NULL,
  reason         TEXT    NULL,
  version        INTEGER NOT NULL
);

CREATE UNIQUE INDEX ux_quote_number ON quote (number);
CREATE INDEX ix_quote_ticket ON quote (ticket_id, id);
CREATE INDEX ix_quote_customer ON quote (customer_id, id);

CREATE TABLE quote_line (
  quote_id    TEXT    NOT NULL REFERENCES quote (id),
  place       INTEGER NOT NULL,
  description TEXT    NOT NULL,
  quantity    INTEGER NOT NULL,
  unit_price  BIGINT  NOT NULL,
  PRIMARY KEY (quote_id, place)
);
