-- Who goes, what work costs, and what is fitted. Amounts are whole cents.

CREATE TABLE technician (
  id         TEXT    NOT NULL PRIMARY KEY,
  name       TEXT    NOT NULL,
  email      TEXT    NULL,
  created_at TEXT    NOT NULL,
  retired_at TEXT    NULL,
  version    INTEGER NOT NULL
);

-- A list holds from effective_on on, until the next one does. It never changes.
CREATE TABLE price_list (
  id           TEXT    NOT NULL PRIMARY KEY,
  number       INTEGER NOT NULL,
  effective_on TEXT    NOT NULL,
  published_at TEXT    NOT NULL
);

CREATE UNIQUE INDEX ux_price_list_number ON price_list (number);
CREATE UNIQUE INDEX ux_price_list_effective_on ON price_list (effective_on);

CREATE TABLE price_list_plan (
  price_list_id          TEXT    NOT NULL REFERENCES price_list (id),
  plan_code              TEXT    NOT NULL REFERENCES plan (code),
  position               INTEGER NOT NULL,
  on_site_hourly_cents   INTEGER NOT NULL,
  remote_hourly_cents    INTEGER NOT NULL,
  call_out_cents         INTEGER NOT NULL,
  increment_minutes      INTEGER NOT NULL,
  minimum_minutes        INTEGER NOT NULL,
  yearly_fee_cents       INTEGER NOT NULL,
  out_of_hours_surcharge INTEGER NOT NULL,
  vat_percent            INTEGER NOT NULL,
  PRIMARY KEY (price_list_id, plan_code)
);

-- Folded texts are in capitals, for searching in any case. A code names one part among those that can be ordered.
CREATE TABLE part (
  id               TEXT    NOT NULL PRIMARY KEY,
  code             TEXT    NOT NULL,
  code_folded      TEXT    NOT NULL,
  name_it          TEXT    NOT NULL,
  name_it_folded   TEXT    NOT NULL,
  name_en          TEXT    NOT NULL,
  name_en_folded   TEXT    NOT NULL,
  unit_price_cents INTEGER NOT NULL,
  vat_percent      INTEGER NOT NULL,
  created_at       TEXT    NOT NULL,
  retired_at       TEXT    NULL,
  version          INTEGER NOT NULL
);

CREATE UNIQUE INDEX ux_part_code ON part (code_folded) WHERE retired_at IS NULL;
