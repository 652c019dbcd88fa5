-- What was charged under a quote is asked of all tickets that were merged into one.

CREATE INDEX ix_ticket_merged_into ON ticket (merged_into_id) WHERE merged_into_id IS NOT NULL;
