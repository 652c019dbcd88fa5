-- Instants are fixed-width UTC text (2026-11-20T18:30:00.000000Z), which sorts as time does.
-- Terms of a version never change once written: they are one JSON document.

CREATE TABLE plan (
  code           TEXT    NOT NULL PRIMARY KEY,
  name_it        TEXT    NOT NULL,
  name_en        TEXT    NOT NULL,
  audience_it    TEXT    NOT NULL,
  audience_en    TEXT    NOT NULL,
  needs_contract INTEGER NOT NULL,
  rank           INTEGER NOT NULL
);

CREATE UNIQUE INDEX ux_plan_rank ON plan (rank);

CREATE TABLE plan_version (
  plan_code    TEXT    NOT NULL REFERENCES plan (code),
  number       INTEGER NOT NULL,
  effective_at TEXT    NOT NULL,
  published_at TEXT    NOT NULL,
  terms        TEXT    NOT NULL,
  PRIMARY KEY (plan_code, number)
);

CREATE UNIQUE INDEX ux_plan_version_effective_at ON plan_version (plan_code, effective_at);

CREATE TABLE closure (
  id           TEXT    NOT NULL PRIMARY KEY,
  name_it      TEXT    NOT NULL,
  name_en      TEXT    NOT NULL,
  starts_on    TEXT    NOT NULL,
  ends_on      TEXT    NOT NULL,
  from_minute  INTEGER NOT NULL,
  to_minute    INTEGER NOT NULL,
  every_year   INTEGER NOT NULL,
  announced_at TEXT    NOT NULL,
  withdrawn_at TEXT    NULL
);

CREATE INDEX ix_closure_starts_on ON closure (starts_on, id);
