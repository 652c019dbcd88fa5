-- What customers owe, and the invoices that take it. Amounts are in cents.

ALTER TABLE customer ADD COLUMN split_payment INTEGER NOT NULL DEFAULT 0;
ALTER TABLE customer ADD COLUMN vat_nature TEXT NULL;
ALTER TABLE customer ADD COLUMN vat_reference TEXT NULL;

-- Each line of an issued work report, and each stretch of days of a contract, once: open until an invoice takes it, dropped where it is not owed any more.
CREATE TABLE charge (
  id          TEXT    NOT NULL PRIMARY KEY,
  customer_id TEXT    NOT NULL REFERENCES customer (id),
  state       TEXT    NOT NULL,
  accrued_on  TEXT    NOT NULL,
  report_id   TEXT    NULL REFERENCES work_report (id),
  report_line INTEGER NULL,
  report_number TEXT  NULL,
  contract_id TEXT    NULL REFERENCES contract (id),
  fee_number  INTEGER NULL,
  fee         TEXT    NULL,
  amount      BIGINT  NOT NULL,
  line        TEXT    NOT NULL
);

CREATE UNIQUE INDEX ux_charge_report_line ON charge (report_id, report_line) WHERE report_id IS NOT NULL;
CREATE UNIQUE INDEX ux_charge_fee ON charge (contract_id, fee_number) WHERE contract_id IS NOT NULL;
CREATE INDEX ix_charge_open ON charge (customer_id, accrued_on) WHERE state = 'open';

-- What was issued before is owed as well.
INSERT INTO charge (id, customer_id, state, accrued_on, report_id, report_line, report_number, amount, line)
SELECT substr(r.id, 1, 10) || substr('0123456789abcdefghjkmnpqrstvwxyz', (l.value ->> 'number') / 32 % 32 + 1, 1)
         || substr('0123456789abcdefghjkmnpqrstvwxyz', (l.value ->> 'number') % 32 + 1, 1) || substr(r.id, 13),
       r.customer_id, 'open', date(substr(i.issued_at, 1, 19), '+1 hour'), r.id, l.value ->> 'number', i.number, l.value ->> 'amount',
       json_remove(l.value, '$.number')
FROM issued_report i
JOIN work_report r ON r.id = i.report_id AND r.status = 'issued'
JOIN json_each(i.content, '$.lines') l;

CREATE TABLE invoice (
  id            TEXT    NOT NULL PRIMARY KEY,
  customer_id   TEXT    NOT NULL REFERENCES customer (id),
  month         TEXT    NOT NULL,
  created_at    TEXT    NOT NULL,
  status        TEXT    NOT NULL,
  kind          TEXT    NULL,
  number        TEXT    NULL,
  issued_on     TEXT    NULL,
  due_on        TEXT    NULL,
  net           BIGINT  NULL,
  tax           BIGINT  NULL,
  total         BIGINT  NULL,
  payable       BIGINT  NULL,
  credited      BIGINT  NOT NULL,
  paid          BIGINT  NOT NULL,
  credits_id    TEXT    NULL REFERENCES invoice (id),
  delivery      TEXT    NULL,
  credited_lines TEXT   NOT NULL,
  payments      TEXT    NOT NULL,
  version       INTEGER NOT NULL
);

CREATE UNIQUE INDEX ux_invoice_draft ON invoice (customer_id, month) WHERE status = 'draft';
CREATE UNIQUE INDEX ux_invoice_number ON invoice (number) WHERE number IS NOT NULL;
CREATE INDEX ix_invoice_customer ON invoice (customer_id, id);
CREATE INDEX ix_invoice_issued_on ON invoice (issued_on, id) WHERE issued_on IS NOT NULL;

-- A charge stands on one invoice at the most; on those that were credited it stood.
CREATE TABLE invoice_line (
  invoice_id TEXT    NOT NULL REFERENCES invoice (id),
  charge_id  TEXT    NOT NULL REFERENCES charge (id),
  stands     INTEGER NOT NULL,
  PRIMARY KEY (invoice_id, charge_id)
);

CREATE UNIQUE INDEX ux_invoice_line_charge ON invoice_line (charge_id) WHERE stands = 1;

CREATE TABLE issued_invoice (
  invoice_id TEXT NOT NULL PRIMARY KEY REFERENCES invoice (id),
  content    TEXT NOT NULL,
  sha256     TEXT NOT NULL
);

CREATE TRIGGER issued_invoice_stays BEFORE UPDATE ON issued_invoice
BEGIN
  SELECT RAISE(ABORT, 'an issued invoice never changes');
END;

CREATE TRIGGER issued_invoice_is_not_replaced BEFORE INSERT ON issued_invoice
WHEN EXISTS (SELECT 1 FROM issued_invoice WHERE invoice_id = NEW.invoice_id)
BEGIN
  SELECT RAISE(ABORT, 'an issued invoice is written once');
END;

CREATE TRIGGER issued_invoice_is_kept BEFORE DELETE ON issued_invoice
BEGIN
  SELECT RAISE(ABORT, 'an issued invoice is kept');
END;

-- Numbers without gaps, for each kind and year, with the date of the last one; and one count of the files for the exchange system.
CREATE TABLE invoice_number (
  kind    TEXT    NOT NULL,
  year    INTEGER NOT NULL,
  last    INTEGER NOT NULL,
  last_on TEXT    NOT NULL,
  PRIMARY KEY (kind, year)
);

CREATE TABLE invoice_file_number (
  id   INTEGER NOT NULL PRIMARY KEY,
  last INTEGER NOT NULL
);

INSERT INTO invoice_file_number (id, last) VALUES (1, 0);

CREATE TABLE invoice_delivery (
  invoice_id  TEXT    NOT NULL REFERENCES invoice (id),
  number      INTEGER NOT NULL,
  progressive TEXT    NOT NULL,
  state       TEXT    NOT NULL,
  sent_at     TEXT    NULL,
  answered_at TEXT    NULL,
  code        TEXT    NULL,
  message     TEXT    NULL,
  file        TEXT    NULL,
  PRIMARY KEY (invoice_id, number)
);

CREATE UNIQUE INDEX ux_invoice_delivery_progressive ON invoice_delivery (progressive);

-- Runs over the customers of a month, and what came of each customer.
CREATE TABLE billing_run (
  id           TEXT    NOT NULL PRIMARY KEY,
  month        TEXT    NOT NULL,
  issues       INTEGER NOT NULL,
  status       TEXT    NOT NULL,
  requested_by TEXT    NOT NULL,
  created_at   TEXT    NOT NULL,
  ended_at     TEXT    NULL,
  after_customer_id TEXT NULL,
  tally        TEXT    NOT NULL,
  version      INTEGER NOT NULL
);

CREATE INDEX ix_billing_run_running ON billing_run (id) WHERE status = 'running';

CREATE TABLE billing_outcome (
  run_id      TEXT    NOT NULL REFERENCES billing_run (id),
  customer_id TEXT    NOT NULL REFERENCES customer (id),
  invoice_id  TEXT    NULL,
  outcome     TEXT    NOT NULL,
  lines       INTEGER NOT NULL,
  net         BIGINT  NOT NULL,
  total       BIGINT  NOT NULL,
  code        TEXT    NULL,
  detail      TEXT    NULL,
  PRIMARY KEY (run_id, customer_id)
);
