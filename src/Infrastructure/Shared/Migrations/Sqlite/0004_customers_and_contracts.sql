-- Customers with what belongs to them, and the contracts that give them a plan.
-- name_folded is the name in capitals, for searching in any case.

CREATE TABLE customer (
  id                  TEXT    NOT NULL PRIMARY KEY,
  kind                TEXT    NOT NULL,
  name                TEXT    NOT NULL,
  name_folded         TEXT    NOT NULL,
  vat_number          TEXT    NULL,
  tax_code            TEXT    NULL,
  street              TEXT    NOT NULL,
  postal_code         TEXT    NOT NULL,
  city                TEXT    NOT NULL,
  province            TEXT    NULL,
  country             TEXT    NOT NULL,
  recipient_code      TEXT    NULL,
  certified_email     TEXT    NULL,
  email               TEXT    NULL,
  phone               TEXT    NULL,
  ask_before_any_part INTEGER NOT NULL,
  created_at          TEXT    NOT NULL,
  version             INTEGER NOT NULL
);

CREATE INDEX ix_customer_vat_number ON customer (vat_number, id) WHERE vat_number IS NOT NULL;
CREATE INDEX ix_customer_tax_code ON customer (tax_code, id) WHERE tax_code IS NOT NULL;

CREATE TABLE site (
  id          TEXT    NOT NULL PRIMARY KEY,
  customer_id TEXT    NOT NULL REFERENCES customer (id),
  name        TEXT    NOT NULL,
  street      TEXT    NOT NULL,
  postal_code TEXT    NOT NULL,
  city        TEXT    NOT NULL,
  province    TEXT    NULL,
  country     TEXT    NOT NULL,
  time_zone   TEXT    NOT NULL,
  notes       TEXT    NULL,
  created_at  TEXT    NOT NULL,
  removed_at  TEXT    NULL,
  version     INTEGER NOT NULL
);

CREATE INDEX ix_site_customer ON site (customer_id, id);

CREATE TABLE contact (
  id          TEXT    NOT NULL PRIMARY KEY,
  customer_id TEXT    NOT NULL REFERENCES customer (id),
  name        TEXT    NOT NULL,
  email       TEXT    NULL,
  phone       TEXT    NULL,
  role        TEXT    NULL,
  site_id     TEXT    NULL REFERENCES site (id),
  created_at  TEXT    NOT NULL,
  removed_at  TEXT    NULL,
  version     INTEGER NOT NULL
);

CREATE INDEX ix_contact_customer ON contact (customer_id, id);
CREATE INDEX ix_contact_site ON contact (site_id) WHERE site_id IS NOT NULL;

CREATE TABLE consent (
  id                     TEXT NOT NULL PRIMARY KEY,
  customer_id            TEXT NOT NULL REFERENCES customer (id),
  kind                   TEXT NOT NULL,
  text_version           TEXT NOT NULL,
  given_on               TEXT NOT NULL,
  recorded_by            TEXT NOT NULL,
  recorded_at            TEXT NOT NULL,
  withdrawn_on           TEXT NULL,
  withdrawal_recorded_by TEXT NULL,
  withdrawal_recorded_at TEXT NULL
);

CREATE INDEX ix_consent_customer ON consent (customer_id, id);

-- starts_at and ends_at bound the time in which it is in force: what is terminated before it begins has none.
CREATE TABLE contract (
  id                 TEXT    NOT NULL PRIMARY KEY,
  customer_id        TEXT    NOT NULL REFERENCES customer (id),
  starts_on          TEXT    NOT NULL,
  ends_on            TEXT    NOT NULL,
  counted_from       TEXT    NOT NULL,
  starts_at          TEXT    NOT NULL,
  ends_at            TEXT    NOT NULL,
  terminated_from    TEXT    NULL,
  terminated_at      TEXT    NULL,
  termination_reason TEXT    NULL,
  created_at         TEXT    NOT NULL,
  version            INTEGER NOT NULL
);

CREATE INDEX ix_contract_customer ON contract (customer_id, starts_at);

-- A plan counts from from_at on, until the next one of the contract does. applied_at is null until the open tickets were told.
CREATE TABLE contract_plan (
  contract_id TEXT NOT NULL REFERENCES contract (id),
  from_at     TEXT NOT NULL,
  plan_code   TEXT NOT NULL REFERENCES plan (code),
  applied_at  TEXT NULL,
  PRIMARY KEY (contract_id, from_at)
);

CREATE INDEX ix_contract_plan_due ON contract_plan (from_at, contract_id) WHERE applied_at IS NULL;
