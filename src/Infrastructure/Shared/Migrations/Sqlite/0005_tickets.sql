-- A ticket with what the lists and the watch ask for, worked out whenever it is saved: due_at is the nearest deadline of what is owed,
-- queue_due_at the same with a last day instead of nothing, next_check_at when the next warning or miss is to be raised,
-- subject_folded the subject in capitals, for searching in any case.

CREATE TABLE ticket_number (
  year INTEGER NOT NULL PRIMARY KEY,
  last INTEGER NOT NULL
);

CREATE TABLE ticket (
  id              TEXT    NOT NULL PRIMARY KEY,
  number          TEXT    NOT NULL,
  customer_id     TEXT    NOT NULL,
  contract_id     TEXT    NULL,
  plan_code       TEXT    NOT NULL,
  plan_version    INTEGER NOT NULL,
  precedence      INTEGER NOT NULL,
  handled_as      TEXT    NOT NULL,
  subject         TEXT    NOT NULL,
  subject_folded  TEXT    NOT NULL,
  description     TEXT    NOT NULL,
  urgency         TEXT    NOT NULL,
  service         TEXT    NULL,
  site_id         TEXT    NULL,
  contact_id      TEXT    NULL,
  channel         TEXT    NOT NULL,
  channel_in_plan INTEGER NOT NULL,
  received_at     TEXT    NOT NULL,
  recorded_at     TEXT    NOT NULL,
  late_note       TEXT    NULL,
  reporter_kind   TEXT    NOT NULL,
  reporter_name   TEXT    NOT NULL,
  reporter_key    TEXT    NULL,
  previous_id     TEXT    NULL,
  status          TEXT    NOT NULL,
  assignee        TEXT    NULL,
  round           INTEGER NOT NULL,
  round_start     TEXT    NOT NULL,
  pauses          TEXT    NOT NULL,
  acknowledged_at TEXT    NULL,
  ended_at        TEXT    NULL,
  outcome         TEXT    NULL,
  merged_into_id  TEXT    NULL,
  is_open         INTEGER NOT NULL,
  queue_rank      INTEGER NOT NULL,
  due_at          TEXT    NULL,
  queue_due_at    TEXT    NOT NULL,
  has_missed      INTEGER NOT NULL,
  next_check_at   TEXT    NULL,
  version         INTEGER NOT NULL,
  FOREIGN KEY (plan_code, plan_version) REFERENCES plan_version (plan_code, number)
);

CREATE UNIQUE INDEX ux_ticket_number ON ticket (number);
CREATE INDEX ix_ticket_received ON ticket (received_at, id);
CREATE INDEX ix_ticket_customer ON ticket (customer_id, received_at, id);
CREATE INDEX ix_ticket_due ON ticket (queue_due_at, id);
CREATE INDEX ix_ticket_queue ON ticket (queue_rank, precedence, queue_due_at, received_at, id) WHERE is_open = 1;
CREATE INDEX ix_ticket_next_check ON ticket (next_check_at) WHERE next_check_at IS NOT NULL;

CREATE TABLE promise (
  ticket_id   TEXT    NOT NULL REFERENCES ticket (id),
  kind        TEXT    NOT NULL,
  round       INTEGER NOT NULL,
  terms       TEXT    NOT NULL,
  due_at      TEXT    NULL,
  met_at      TEXT    NULL,
  warned      INTEGER NOT NULL,
  miss_raised INTEGER NOT NULL,
  PRIMARY KEY (ticket_id, round, kind)
);

CREATE TABLE message (
  id           TEXT    NOT NULL PRIMARY KEY,
  ticket_id    TEXT    NOT NULL REFERENCES ticket (id),
  written_at   TEXT    NOT NULL,
  author_kind  TEXT    NOT NULL,
  author_name  TEXT    NOT NULL,
  author_key   TEXT    NULL,
  body         TEXT    NOT NULL,
  is_internal  INTEGER NOT NULL,
  is_automatic INTEGER NOT NULL
);

CREATE INDEX ix_message_ticket ON message (ticket_id, id);

CREATE TABLE attachment (
  id          TEXT    NOT NULL PRIMARY KEY,
  ticket_id   TEXT    NOT NULL REFERENCES ticket (id),
  added_at    TEXT    NOT NULL,
  author_kind TEXT    NOT NULL,
  author_name TEXT    NOT NULL,
  author_key  TEXT    NULL,
  file_name   TEXT    NOT NULL,
  media_type  TEXT    NOT NULL,
  size        INTEGER NOT NULL,
  sha256      TEXT    NOT NULL,
  is_internal INTEGER NOT NULL
);

CREATE INDEX ix_attachment_ticket ON attachment (ticket_id, id);
