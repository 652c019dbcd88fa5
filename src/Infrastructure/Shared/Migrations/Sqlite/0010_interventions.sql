-- What is done about tickets: confirmed in writing, then worked on. Free follow-ups come first in the queue now, so the others move on by one.

ALTER TABLE ticket ADD COLUMN confirmed_at TEXT NULL;
ALTER TABLE ticket ADD COLUMN begun_at TEXT NULL;
ALTER TABLE ticket ADD COLUMN follow_up_owed INTEGER NOT NULL DEFAULT 0;
UPDATE ticket SET queue_rank = queue_rank + 1;

CREATE TABLE confirmation (
  id                  TEXT    NOT NULL PRIMARY KEY,
  ticket_id           TEXT    NOT NULL REFERENCES ticket (id),
  sent_at             TEXT    NOT NULL,
  author_kind         TEXT    NOT NULL,
  author_name         TEXT    NOT NULL,
  author_key          TEXT    NULL,
  analysis            TEXT    NOT NULL,
  mode                TEXT    NOT NULL,
  starts_at           TEXT    NOT NULL,
  expected_seconds    BIGINT  NOT NULL,
  estimate_cents      BIGINT  NULL,
  later_than_promised TEXT    NULL,
  entitlement         TEXT    NOT NULL,
  reason_it           TEXT    NOT NULL,
  reason_en           TEXT    NOT NULL,
  presence_due_at     TEXT    NULL
);

CREATE INDEX ix_confirmation_ticket ON confirmation (ticket_id, id);

-- An intervention. What is only read with it is JSON: how its appointment was moved, how it ended, its parts, what the customer said to it.
CREATE TABLE intervention (
  id            TEXT    NOT NULL PRIMARY KEY,
  ticket_id     TEXT    NOT NULL REFERENCES ticket (id),
  customer_id   TEXT    NOT NULL REFERENCES customer (id),
  site_id       TEXT    NULL,
  mode          TEXT    NOT NULL,
  entitlement   TEXT    NOT NULL,
  follows_id    TEXT    NULL REFERENCES intervention (id),
  our_fault     TEXT    NULL,
  created_at    TEXT    NOT NULL,
  status        TEXT    NOT NULL,
  starts_at     TEXT    NULL,
  appointment   TEXT    NULL,
  travelling_at TEXT    NULL,
  arrived_at    TEXT    NULL,
  plan          TEXT    NULL,
  presence      TEXT    NULL,
  ended_at      TEXT    NULL,
  outcome       TEXT    NULL,
  ending        TEXT    NULL,
  parts         TEXT    NOT NULL,
  parts_put_down INTEGER NOT NULL,
  contest       TEXT    NULL,
  reported_by   TEXT    NULL,
  version       INTEGER NOT NULL
);

CREATE INDEX ix_intervention_ticket ON intervention (ticket_id, id);
CREATE INDEX ix_intervention_customer ON intervention (customer_id, id);
CREATE INDEX ix_intervention_starts_at ON intervention (starts_at) WHERE starts_at IS NOT NULL;
CREATE INDEX ix_intervention_ended_at ON intervention (ended_at) WHERE ended_at IS NOT NULL;

-- Who is to do it, or did; busy while it is still to be done or under way.
CREATE TABLE intervention_technician (
  intervention_id TEXT NOT NULL REFERENCES intervention (id),
  technician_id   TEXT NOT NULL,
  busy_from       TEXT NULL,
  busy_to         TEXT NULL,
  PRIMARY KEY (intervention_id, technician_id)
);

CREATE INDEX ix_intervention_technician_busy ON intervention_technician (technician_id, busy_from) WHERE busy_from IS NOT NULL;

-- Work reports. One stands on an intervention at a time; what was issued is written once, and nothing changes it or takes it away.
CREATE TABLE work_report_number (
  year INTEGER NOT NULL PRIMARY KEY,
  last INTEGER NOT NULL
);

CREATE TABLE work_report (
  id              TEXT    NOT NULL PRIMARY KEY,
  intervention_id TEXT    NOT NULL REFERENCES intervention (id),
  ticket_id       TEXT    NOT NULL REFERENCES ticket (id),
  customer_id     TEXT    NOT NULL REFERENCES customer (id),
  status          TEXT    NOT NULL,
  created_at      TEXT    NOT NULL,
  replaces_id     TEXT    NULL REFERENCES work_report (id),
  voided          TEXT    NULL,
  ack_name        TEXT    NULL,
  ack_at          TEXT    NULL,
  ack_by          TEXT    NULL,
  ack_signature   BLOB    NULL,
  version         INTEGER NOT NULL
);

CREATE UNIQUE INDEX ux_work_report_standing ON work_report (intervention_id) WHERE status <> 'voided';
CREATE INDEX ix_work_report_customer ON work_report (customer_id, id);
CREATE INDEX ix_work_report_ticket ON work_report (ticket_id, id);
CREATE INDEX ix_work_report_intervention ON work_report (intervention_id, id);

CREATE TABLE issued_report (
  report_id TEXT   NOT NULL PRIMARY KEY REFERENCES work_report (id),
  number    TEXT   NOT NULL,
  issued_at TEXT   NOT NULL,
  net_cents BIGINT NOT NULL,
  content   TEXT   NOT NULL,
  sha256    TEXT   NOT NULL
);

CREATE UNIQUE INDEX ux_issued_report_number ON issued_report (number);

CREATE TRIGGER issued_report_stays BEFORE UPDATE ON issued_report
BEGIN
  SELECT RAISE(ABORT, 'an issued report never changes');
END;

-- Replacing a row is neither an update nor, for triggers, a deletion.
CREATE TRIGGER issued_report_is_not_replaced BEFORE INSERT ON issued_report
WHEN EXISTS (SELECT 1 FROM issued_report WHERE report_id = NEW.report_id OR number = NEW.number)
BEGIN
  SELECT RAISE(ABORT, 'an issued report is written once');
END;

CREATE TRIGGER issued_report_is_kept BEFORE DELETE ON issued_report
BEGIN
  SELECT RAISE(ABORT, 'an issued report is kept');
END;
