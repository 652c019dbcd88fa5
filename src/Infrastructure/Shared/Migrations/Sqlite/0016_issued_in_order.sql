-- What was issued is read in the order of the books: by date and number, everybody's or a customer's.

DROP INDEX ix_invoice_issued_on;
CREATE INDEX ix_invoice_issued ON invoice (issued_on, number) WHERE issued_on IS NOT NULL;
CREATE INDEX ix_invoice_customer_issued ON invoice (customer_id, issued_on, number) WHERE issued_on IS NOT NULL;
