-- The schema as the migrations of the embedded database have made it up to the same number.
-- Codes have a binary collation; ids, which foreign keys are about, have that of the database, which should be a binary one too.

CREATE TABLE "plan" (
  code           varchar(30)   NOT NULL,
  name_it        nvarchar(200) NOT NULL,
  name_en        nvarchar(200) NOT NULL,
  audience_it    nvarchar(400) NOT NULL,
  audience_en    nvarchar(400) NOT NULL,
  needs_contract bit           NOT NULL,
  rank           int           NOT NULL,
  CONSTRAINT pk_plan PRIMARY KEY (code)
);
CREATE UNIQUE INDEX ux_plan_rank ON "plan" (rank);

CREATE TABLE plan_version (
  plan_code    varchar(30)   NOT NULL,
  number       int           NOT NULL,
  effective_at datetime2(7)  NOT NULL,
  published_at datetime2(7)  NOT NULL,
  terms        nvarchar(max) NOT NULL,
  CONSTRAINT pk_plan_version PRIMARY KEY (plan_code, number),
  CONSTRAINT fk_plan_version_plan_code FOREIGN KEY (plan_code) REFERENCES "plan" (code)
);
CREATE UNIQUE INDEX ux_plan_version_effective_at ON plan_version (plan_code, effective_at);

CREATE TABLE closure (
  id           varchar(26)   NOT NULL,
  name_it      nvarchar(200) NOT NULL,
  name_en      nvarchar(200) NOT NULL,
  starts_on    date          NOT NULL,
  ends_on      date          NOT NULL,
  from_minute  int           NOT NULL,
  to_minute    int           NOT NULL,
  every_year   bit           NOT NULL,
  announced_at datetime2(7)  NOT NULL,
  withdrawn_at datetime2(7)  NULL,
  CONSTRAINT pk_closure PRIMARY KEY (id)
);
CREATE INDEX ix_closure_starts_on ON closure (starts_on, id);

CREATE TABLE event (
  sequence    bigint                                   IDENTITY(1, 1) NOT NULL,
  id          varchar(26)                              NOT NULL,
  type        varchar(100) COLLATE Latin1_General_BIN2 NOT NULL,
  occurred_at datetime2(7)                             NOT NULL,
  actor_kind  varchar(40) COLLATE Latin1_General_BIN2  NOT NULL,
  actor_name  nvarchar(200)                            NOT NULL,
  actor_key   varchar(26)                              NULL,
  customer_id varchar(26)                              NOT NULL,
  ticket_id   varchar(26)                              NULL,
  contract_id varchar(26)                              NULL,
  promise     varchar(40) COLLATE Latin1_General_BIN2  NULL,
  changes     nvarchar(max)                            NOT NULL,
  note        nvarchar(max)                            NULL,
  is_internal bit                                      NOT NULL,
  CONSTRAINT pk_event PRIMARY KEY (sequence)
);
CREATE INDEX ix_event_ticket ON event (ticket_id, sequence) WHERE ticket_id IS NOT NULL;
CREATE INDEX ix_event_customer ON event (customer_id, sequence);

CREATE TABLE api_key (
  id            varchar(26)                               NOT NULL,
  name          nvarchar(200)                             NOT NULL,
  kind          varchar(40) COLLATE Latin1_General_BIN2   NOT NULL,
  scopes        varchar(1000) COLLATE Latin1_General_BIN2 NOT NULL,
  all_customers bit                                       NOT NULL,
  secret_hash   varchar(64) COLLATE Latin1_General_BIN2   NOT NULL,
  secret_prefix varchar(20) COLLATE Latin1_General_BIN2   NOT NULL,
  secret_end    varchar(20) COLLATE Latin1_General_BIN2   NOT NULL,
  created_at    datetime2(7)                              NOT NULL,
  expires_at    datetime2(7)                              NULL,
  last_used_at  datetime2(7)                              NULL,
  revoked_at    datetime2(7)                              NULL,
  replaced_by   varchar(26)                               NULL,
  version       int                                       NOT NULL,
  CONSTRAINT pk_api_key PRIMARY KEY (id)
);
CREATE UNIQUE INDEX ux_api_key_secret_hash ON api_key (secret_hash);

CREATE TABLE api_key_customer (
  key_id      varchar(26) NOT NULL,
  customer_id varchar(26) NOT NULL,
  CONSTRAINT pk_api_key_customer PRIMARY KEY (key_id, customer_id),
  CONSTRAINT fk_api_key_customer_key_id FOREIGN KEY (key_id) REFERENCES api_key (id)
);

CREATE TABLE customer (
  id                  varchar(26)                               NOT NULL,
  kind                varchar(40) COLLATE Latin1_General_BIN2   NOT NULL,
  name                nvarchar(200)                             NOT NULL,
  name_folded         nvarchar(400) COLLATE Latin1_General_BIN2 NOT NULL,
  vat_number          varchar(40) COLLATE Latin1_General_BIN2   NULL,
  tax_code            nvarchar(40)                              NULL,
  street              nvarchar(100)                             NOT NULL,
  postal_code         nvarchar(20)                              NOT NULL,
  city                nvarchar(100)                             NOT NULL,
  province            nvarchar(10)                              NULL,
  country             varchar(2) COLLATE Latin1_General_BIN2    NOT NULL,
  recipient_code      nvarchar(10)                              NULL,
  certified_email     nvarchar(400)                             NULL,
  email               nvarchar(400)                             NULL,
  phone               nvarchar(100)                             NULL,
  ask_before_any_part bit                                       NOT NULL,
  created_at          datetime2(7)                              NOT NULL,
  version             int                                       NOT NULL,
  split_payment       bit                                       NOT NULL CONSTRAINT df_customer_split_payment DEFAULT 0,
  vat_nature          varchar(10) COLLATE Latin1_General_BIN2   NULL,
  vat_reference       nvarchar(200)                             NULL,
  CONSTRAINT pk_customer PRIMARY KEY (id)
);
CREATE INDEX ix_customer_vat_number ON customer (vat_number, id) WHERE vat_number IS NOT NULL;
CREATE INDEX ix_customer_tax_code ON customer (tax_code, id) WHERE tax_code IS NOT NULL;

CREATE TABLE site (
  id          varchar(26)                              NOT NULL,
  customer_id varchar(26)                              NOT NULL,
  name        nvarchar(200)                            NOT NULL,
  street      nvarchar(100)                            NOT NULL,
  postal_code nvarchar(20)                             NOT NULL,
  city        nvarchar(100)                            NOT NULL,
  province    nvarchar(10)                             NULL,
  country     varchar(2) COLLATE Latin1_General_BIN2   NOT NULL,
  time_zone   varchar(100) COLLATE Latin1_General_BIN2 NOT NULL,
  notes       nvarchar(2000)                           NULL,
  created_at  datetime2(7)                             NOT NULL,
  removed_at  datetime2(7)                             NULL,
  version     int                                      NOT NULL,
  CONSTRAINT pk_site PRIMARY KEY (id),
  CONSTRAINT fk_site_customer_id FOREIGN KEY (customer_id) REFERENCES customer (id)
);
CREATE INDEX ix_site_customer ON site (customer_id, id);

CREATE TABLE contact (
  id          varchar(26)   NOT NULL,
  customer_id varchar(26)   NOT NULL,
  name        nvarchar(200) NOT NULL,
  email       nvarchar(400) NULL,
  phone       nvarchar(100) NULL,
  role        nvarchar(200) NULL,
  site_id     varchar(26)   NULL,
  created_at  datetime2(7)  NOT NULL,
  removed_at  datetime2(7)  NULL,
  version     int           NOT NULL,
  CONSTRAINT pk_contact PRIMARY KEY (id),
  CONSTRAINT fk_contact_customer_id FOREIGN KEY (customer_id) REFERENCES customer (id),
  CONSTRAINT fk_contact_site_id FOREIGN KEY (site_id) REFERENCES site (id)
);
CREATE INDEX ix_contact_customer ON contact (customer_id, id);
CREATE INDEX ix_contact_site ON contact (site_id) WHERE site_id IS NOT NULL;

CREATE TABLE consent (
  id                     varchar(26)                             NOT NULL,
  customer_id            varchar(26)                             NOT NULL,
  kind                   varchar(40) COLLATE Latin1_General_BIN2 NOT NULL,
  text_version           nvarchar(100)                           NOT NULL,
  given_on               date                                    NOT NULL,
  recorded_by            nvarchar(200)                           NOT NULL,
  recorded_at            datetime2(7)                            NOT NULL,
  withdrawn_on           date                                    NULL,
  withdrawal_recorded_by nvarchar(200)                           NULL,
  withdrawal_recorded_at datetime2(7)                            NULL,
  CONSTRAINT pk_consent PRIMARY KEY (id),
  CONSTRAINT fk_consent_customer_id FOREIGN KEY (customer_id) REFERENCES customer (id)
);
CREATE INDEX ix_consent_customer ON consent (customer_id, id);

CREATE TABLE contract (
  id                 varchar(26)    NOT NULL,
  customer_id        varchar(26)    NOT NULL,
  starts_on          date           NOT NULL,
  ends_on            date           NOT NULL,
  counted_from       date           NOT NULL,
  starts_at          datetime2(7)   NOT NULL,
  ends_at            datetime2(7)   NOT NULL,
  terminated_from    date           NULL,
  terminated_at      datetime2(7)   NULL,
  termination_reason nvarchar(1000) NULL,
  created_at         datetime2(7)   NOT NULL,
  version            int            NOT NULL,
  CONSTRAINT pk_contract PRIMARY KEY (id),
  CONSTRAINT fk_contract_customer_id FOREIGN KEY (customer_id) REFERENCES customer (id)
);
CREATE INDEX ix_contract_customer ON contract (customer_id, starts_at);

CREATE TABLE contract_plan (
  contract_id varchar(26)  NOT NULL,
  from_at     datetime2(7) NOT NULL,
  plan_code   varchar(30)  NOT NULL,
  applied_at  datetime2(7) NULL,
  CONSTRAINT pk_contract_plan PRIMARY KEY (contract_id, from_at),
  CONSTRAINT fk_contract_plan_contract_id FOREIGN KEY (contract_id) REFERENCES contract (id),
  CONSTRAINT fk_contract_plan_plan_code FOREIGN KEY (plan_code) REFERENCES "plan" (code)
);
CREATE INDEX ix_contract_plan_due ON contract_plan (from_at, contract_id) WHERE applied_at IS NULL;

CREATE TABLE ticket_number (
  year int NOT NULL,
  last int NOT NULL,
  CONSTRAINT pk_ticket_number PRIMARY KEY (year)
);

CREATE TABLE ticket (
  id                  varchar(26)                               NOT NULL,
  number              varchar(40) COLLATE Latin1_General_BIN2   NOT NULL,
  customer_id         varchar(26)                               NOT NULL,
  contract_id         varchar(26)                               NULL,
  plan_code           varchar(30)                               NOT NULL,
  plan_version        int                                       NOT NULL,
  precedence          int                                       NOT NULL,
  handled_as          varchar(40) COLLATE Latin1_General_BIN2   NOT NULL,
  subject             nvarchar(400)                             NOT NULL,
  subject_folded      nvarchar(800) COLLATE Latin1_General_BIN2 NOT NULL,
  description         nvarchar(max)                             NOT NULL,
  urgency             varchar(40) COLLATE Latin1_General_BIN2   NOT NULL,
  service             varchar(50) COLLATE Latin1_General_BIN2   NULL,
  site_id             varchar(26)                               NULL,
  contact_id          varchar(26)                               NULL,
  channel             varchar(40) COLLATE Latin1_General_BIN2   NOT NULL,
  channel_in_plan     bit                                       NOT NULL,
  received_at         datetime2(7)                              NOT NULL,
  recorded_at         datetime2(7)                              NOT NULL,
  late_note           nvarchar(max)                             NULL,
  reporter_kind       varchar(40) COLLATE Latin1_General_BIN2   NOT NULL,
  reporter_name       nvarchar(200)                             NOT NULL,
  reporter_key        varchar(26)                               NULL,
  previous_id         varchar(26)                               NULL,
  status              varchar(40) COLLATE Latin1_General_BIN2   NOT NULL,
  assignee            nvarchar(200)                             NULL,
  round               int                                       NOT NULL,
  round_start         datetime2(7)                              NOT NULL,
  pauses              nvarchar(max)                             NOT NULL,
  acknowledged_at     datetime2(7)                              NULL,
  ended_at            datetime2(7)                              NULL,
  outcome             nvarchar(max)                             NULL,
  merged_into_id      varchar(26)                               NULL,
  is_open             bit                                       NOT NULL,
  queue_rank          int                                       NOT NULL,
  queue_due_at        datetime2(7)                              NOT NULL,
  has_missed          bit                                       NOT NULL,
  next_check_at       datetime2(7)                              NULL,
  version             int                                       NOT NULL,
  revision            int                                       NOT NULL CONSTRAINT df_ticket_revision DEFAULT 1,
  confirmed_at        datetime2(7)                              NULL,
  begun_at            datetime2(7)                              NULL,
  follow_up_owed      bit                                       NOT NULL CONSTRAINT df_ticket_follow_up_owed DEFAULT 0,
  presence_wanted_at  datetime2(7)                              NULL,
  presence_wanted_for varchar(26)                               NULL,
  CONSTRAINT pk_ticket PRIMARY KEY (id),
  CONSTRAINT fk_ticket_plan_version FOREIGN KEY (plan_code, plan_version) REFERENCES plan_version (plan_code, number)
);
CREATE UNIQUE INDEX ux_ticket_number ON ticket (number);
CREATE INDEX ix_ticket_received ON ticket (received_at, id);
CREATE INDEX ix_ticket_customer ON ticket (customer_id, received_at, id);
CREATE INDEX ix_ticket_due ON ticket (queue_due_at, id);
CREATE INDEX ix_ticket_queue ON ticket (queue_rank, precedence, queue_due_at, received_at, id) WHERE is_open = 1;
CREATE INDEX ix_ticket_next_check ON ticket (next_check_at) WHERE next_check_at IS NOT NULL;
CREATE INDEX ix_ticket_previous ON ticket (previous_id) WHERE previous_id IS NOT NULL;
CREATE INDEX ix_ticket_merged_into ON ticket (merged_into_id) WHERE merged_into_id IS NOT NULL;

CREATE TABLE promise (
  ticket_id   varchar(26)                             NOT NULL,
  kind        varchar(40) COLLATE Latin1_General_BIN2 NOT NULL,
  round       int                                     NOT NULL,
  terms       nvarchar(max)                           NOT NULL,
  due_at      datetime2(7)                            NULL,
  met_at      datetime2(7)                            NULL,
  warned      int                                     NOT NULL,
  miss_raised bit                                     NOT NULL,
  CONSTRAINT pk_promise PRIMARY KEY (ticket_id, round, kind),
  CONSTRAINT fk_promise_ticket_id FOREIGN KEY (ticket_id) REFERENCES ticket (id)
);

CREATE TABLE message (
  id           varchar(26)                             NOT NULL,
  ticket_id    varchar(26)                             NOT NULL,
  written_at   datetime2(7)                            NOT NULL,
  author_kind  varchar(40) COLLATE Latin1_General_BIN2 NOT NULL,
  author_name  nvarchar(200)                           NOT NULL,
  author_key   varchar(26)                             NULL,
  body         nvarchar(max)                           NOT NULL,
  is_internal  bit                                     NOT NULL,
  is_automatic bit                                     NOT NULL,
  CONSTRAINT pk_message PRIMARY KEY (id),
  CONSTRAINT fk_message_ticket_id FOREIGN KEY (ticket_id) REFERENCES ticket (id)
);
CREATE INDEX ix_message_ticket ON message (ticket_id, id);

CREATE TABLE attachment (
  id          varchar(26)                              NOT NULL,
  ticket_id   varchar(26)                              NOT NULL,
  added_at    datetime2(7)                             NOT NULL,
  author_kind varchar(40) COLLATE Latin1_General_BIN2  NOT NULL,
  author_name nvarchar(200)                            NOT NULL,
  author_key  varchar(26)                              NULL,
  file_name   nvarchar(400)                            NOT NULL,
  media_type  varchar(100) COLLATE Latin1_General_BIN2 NOT NULL,
  size        bigint                                   NOT NULL,
  sha256      varchar(64) COLLATE Latin1_General_BIN2  NOT NULL,
  is_internal bit                                      NOT NULL,
  CONSTRAINT pk_attachment PRIMARY KEY (id),
  CONSTRAINT fk_attachment_ticket_id FOREIGN KEY (ticket_id) REFERENCES ticket (id)
);
CREATE INDEX ix_attachment_ticket ON attachment (ticket_id, id);

CREATE TABLE kept_answer (
  id          varchar(64) COLLATE Latin1_General_BIN2  NOT NULL,
  fingerprint varchar(100) COLLATE Latin1_General_BIN2 NOT NULL,
  status      int                                      NOT NULL,
  headers     nvarchar(max)                            NOT NULL,
  body        varbinary(max)                           NOT NULL,
  kept_at     datetime2(7)                             NOT NULL,
  expires_at  datetime2(7)                             NOT NULL,
  CONSTRAINT pk_kept_answer PRIMARY KEY (id)
);
CREATE INDEX ix_kept_answer_expires_at ON kept_answer (expires_at);

CREATE TABLE sandbox_clock (
  id    int    NOT NULL,
  ahead bigint NOT NULL,
  CONSTRAINT pk_sandbox_clock PRIMARY KEY (id)
);

CREATE TABLE technician (
  id         varchar(26)   NOT NULL,
  name       nvarchar(200) NOT NULL,
  email      nvarchar(400) NULL,
  created_at datetime2(7)  NOT NULL,
  retired_at datetime2(7)  NULL,
  version    int           NOT NULL,
  CONSTRAINT pk_technician PRIMARY KEY (id)
);

CREATE TABLE price_list (
  id           varchar(26)  NOT NULL,
  number       int          NOT NULL,
  effective_on date         NOT NULL,
  published_at datetime2(7) NOT NULL,
  CONSTRAINT pk_price_list PRIMARY KEY (id)
);
CREATE UNIQUE INDEX ux_price_list_number ON price_list (number);
CREATE UNIQUE INDEX ux_price_list_effective_on ON price_list (effective_on);

CREATE TABLE price_list_plan (
  price_list_id          varchar(26) NOT NULL,
  plan_code              varchar(30) NOT NULL,
  position               int         NOT NULL,
  on_site_hourly_cents   bigint      NOT NULL,
  remote_hourly_cents    bigint      NOT NULL,
  call_out_cents         bigint      NOT NULL,
  increment_minutes      int         NOT NULL,
  minimum_minutes        int         NOT NULL,
  yearly_fee_cents       bigint      NOT NULL,
  out_of_hours_surcharge int         NOT NULL,
  vat_percent            int         NOT NULL,
  CONSTRAINT pk_price_list_plan PRIMARY KEY (price_list_id, plan_code),
  CONSTRAINT fk_price_list_plan_price_list_id FOREIGN KEY (price_list_id) REFERENCES price_list (id),
  CONSTRAINT fk_price_list_plan_plan_code FOREIGN KEY (plan_code) REFERENCES "plan" (code)
);

CREATE TABLE part (
  id               varchar(26)                               NOT NULL,
  code             nvarchar(80)                              NOT NULL,
  code_folded      nvarchar(100) COLLATE Latin1_General_BIN2 NOT NULL,
  name_it          nvarchar(200)                             NOT NULL,
  name_it_folded   nvarchar(400) COLLATE Latin1_General_BIN2 NOT NULL,
  name_en          nvarchar(200)                             NOT NULL,
  name_en_folded   nvarchar(400) COLLATE Latin1_General_BIN2 NOT NULL,
  unit_price_cents bigint                                    NOT NULL,
  vat_percent      int                                       NOT NULL,
  created_at       datetime2(7)                              NOT NULL,
  retired_at       datetime2(7)                              NULL,
  version          int                                       NOT NULL,
  CONSTRAINT pk_part PRIMARY KEY (id)
);
CREATE UNIQUE INDEX ux_part_code ON part (code_folded) WHERE retired_at IS NULL;

CREATE TABLE confirmation (
  id                  varchar(26)                             NOT NULL,
  ticket_id           varchar(26)                             NOT NULL,
  sent_at             datetime2(7)                            NOT NULL,
  author_kind         varchar(40) COLLATE Latin1_General_BIN2 NOT NULL,
  author_name         nvarchar(200)                           NOT NULL,
  author_key          varchar(26)                             NULL,
  analysis            nvarchar(max)                           NOT NULL,
  mode                varchar(40) COLLATE Latin1_General_BIN2 NOT NULL,
  starts_at           datetime2(7)                            NOT NULL,
  expected_seconds    bigint                                  NOT NULL,
  estimate_cents      bigint                                  NULL,
  later_than_promised nvarchar(max)                           NULL,
  entitlement         varchar(40) COLLATE Latin1_General_BIN2 NOT NULL,
  reason_it           nvarchar(400)                           NOT NULL,
  reason_en           nvarchar(400)                           NOT NULL,
  presence_due_at     datetime2(7)                            NULL,
  CONSTRAINT pk_confirmation PRIMARY KEY (id),
  CONSTRAINT fk_confirmation_ticket_id FOREIGN KEY (ticket_id) REFERENCES ticket (id)
);
CREATE INDEX ix_confirmation_ticket ON confirmation (ticket_id, id);

CREATE TABLE intervention (
  id             varchar(26)                             NOT NULL,
  ticket_id      varchar(26)                             NOT NULL,
  customer_id    varchar(26)                             NOT NULL,
  site_id        varchar(26)                             NULL,
  mode           varchar(40) COLLATE Latin1_General_BIN2 NOT NULL,
  entitlement    varchar(40) COLLATE Latin1_General_BIN2 NOT NULL,
  follows_id     varchar(26)                             NULL,
  our_fault      nvarchar(max)                           NULL,
  created_at     datetime2(7)                            NOT NULL,
  status         varchar(40) COLLATE Latin1_General_BIN2 NOT NULL,
  starts_at      datetime2(7)                            NULL,
  appointment    nvarchar(max)                           NULL,
  travelling_at  datetime2(7)                            NULL,
  arrived_at     datetime2(7)                            NULL,
  "plan"         nvarchar(max)                           NULL,
  presence       nvarchar(max)                           NULL,
  ended_at       datetime2(7)                            NULL,
  outcome        varchar(40) COLLATE Latin1_General_BIN2 NULL,
  ending         nvarchar(max)                           NULL,
  parts          nvarchar(max)                           NOT NULL,
  parts_put_down int                                     NOT NULL,
  contest        nvarchar(max)                           NULL,
  reported_by    varchar(26)                             NULL,
  version        int                                     NOT NULL,
  begun_by       nvarchar(max)                           NULL,
  told_ahead     nvarchar(max)                           NULL,
  former_sites   nvarchar(max)                           NULL,
  history_at AS COALESCE(arrived_at, created_at) PERSISTED NOT NULL,
  CONSTRAINT pk_intervention PRIMARY KEY (id),
  CONSTRAINT fk_intervention_ticket_id FOREIGN KEY (ticket_id) REFERENCES ticket (id),
  CONSTRAINT fk_intervention_customer_id FOREIGN KEY (customer_id) REFERENCES customer (id),
  CONSTRAINT fk_intervention_follows_id FOREIGN KEY (follows_id) REFERENCES intervention (id)
);
CREATE INDEX ix_intervention_ticket ON intervention (ticket_id, id);
CREATE INDEX ix_intervention_customer ON intervention (customer_id, id);
CREATE INDEX ix_intervention_starts_at ON intervention (starts_at) WHERE starts_at IS NOT NULL;
CREATE INDEX ix_intervention_ended_at ON intervention (ended_at) WHERE ended_at IS NOT NULL;
CREATE INDEX ix_intervention_history ON intervention (customer_id, history_at, id);

CREATE TABLE intervention_technician (
  intervention_id varchar(26)  NOT NULL,
  technician_id   varchar(26)  NOT NULL,
  busy_from       datetime2(7) NULL,
  busy_to         datetime2(7) NULL,
  CONSTRAINT pk_intervention_technician PRIMARY KEY (intervention_id, technician_id),
  CONSTRAINT fk_intervention_technician_intervention_id FOREIGN KEY (intervention_id) REFERENCES intervention (id)
);
CREATE INDEX ix_intervention_technician_busy ON intervention_technician (technician_id, busy_from) WHERE busy_from IS NOT NULL;
CREATE INDEX ix_intervention_technician ON intervention_technician (technician_id, intervention_id);

CREATE TABLE work_report_number (
  year int NOT NULL,
  last int NOT NULL,
  CONSTRAINT pk_work_report_number PRIMARY KEY (year)
);

CREATE TABLE work_report (
  id              varchar(26)                             NOT NULL,
  intervention_id varchar(26)                             NOT NULL,
  ticket_id       varchar(26)                             NOT NULL,
  customer_id     varchar(26)                             NOT NULL,
  status          varchar(40) COLLATE Latin1_General_BIN2 NOT NULL,
  created_at      datetime2(7)                            NOT NULL,
  replaces_id     varchar(26)                             NULL,
  voided          nvarchar(max)                           NULL,
  ack_name        nvarchar(200)                           NULL,
  ack_at          datetime2(7)                            NULL,
  ack_by          nvarchar(max)                           NULL,
  ack_signature   varbinary(max)                          NULL,
  version         int                                     NOT NULL,
  CONSTRAINT pk_work_report PRIMARY KEY (id),
  CONSTRAINT fk_work_report_intervention_id FOREIGN KEY (intervention_id) REFERENCES intervention (id),
  CONSTRAINT fk_work_report_ticket_id FOREIGN KEY (ticket_id) REFERENCES ticket (id),
  CONSTRAINT fk_work_report_customer_id FOREIGN KEY (customer_id) REFERENCES customer (id),
  CONSTRAINT fk_work_report_replaces_id FOREIGN KEY (replaces_id) REFERENCES work_report (id)
);
CREATE UNIQUE INDEX ux_work_report_standing ON work_report (intervention_id) WHERE status <> 'voided';
CREATE INDEX ix_work_report_customer ON work_report (customer_id, id);
CREATE INDEX ix_work_report_ticket ON work_report (ticket_id, id);
CREATE INDEX ix_work_report_intervention ON work_report (intervention_id, id);

CREATE TABLE issued_report (
  report_id varchar(26)                             NOT NULL,
  number    varchar(40) COLLATE Latin1_General_BIN2 NOT NULL,
  issued_at datetime2(7)                            NOT NULL,
  net_cents bigint                                  NOT NULL,
  content   nvarchar(max)                           NOT NULL,
  sha256    varchar(64) COLLATE Latin1_General_BIN2 NOT NULL,
  CONSTRAINT pk_issued_report PRIMARY KEY (report_id),
  CONSTRAINT fk_issued_report_report_id FOREIGN KEY (report_id) REFERENCES work_report (id)
);
CREATE UNIQUE INDEX ux_issued_report_number ON issued_report (number);

CREATE TABLE quote_number (
  year int NOT NULL,
  last int NOT NULL,
  CONSTRAINT pk_quote_number PRIMARY KEY (year)
);

CREATE TABLE quote (
  id             varchar(26)                             NOT NULL,
  number         varchar(40) COLLATE Latin1_General_BIN2 NOT NULL,
  ticket_id      varchar(26)                             NOT NULL,
  customer_id    varchar(26)                             NOT NULL,
  valid_until_on date                                    NOT NULL,
  valid_until_at datetime2(7)                            NOT NULL,
  note           nvarchar(max)                           NULL,
  total          bigint                                  NOT NULL,
  created_at     datetime2(7)                            NOT NULL,
  sent_at        datetime2(7)                            NULL,
  accepted       bit                                     NULL,
  answered_at    datetime2(7)                            NULL,
  answerer_kind  varchar(40) COLLATE Latin1_General_BIN2 NULL,
  answerer_name  nvarchar(200)                           NULL,
  answerer_key   varchar(26)                             NULL,
  reason         nvarchar(max)                           NULL,
  version        int                                     NOT NULL,
  made_for_id    varchar(26)                             NOT NULL CONSTRAINT df_quote_made_for_id DEFAULT '',
  CONSTRAINT pk_quote PRIMARY KEY (id),
  CONSTRAINT fk_quote_ticket_id FOREIGN KEY (ticket_id) REFERENCES ticket (id)
);
CREATE UNIQUE INDEX ux_quote_number ON quote (number);
CREATE INDEX ix_quote_ticket ON quote (ticket_id, id);
CREATE INDEX ix_quote_customer ON quote (customer_id, id);

CREATE TABLE quote_line (
  quote_id    varchar(26)   NOT NULL,
  place       int           NOT NULL,
  description nvarchar(max) NOT NULL,
  quantity    bigint        NOT NULL,
  unit_price  bigint        NOT NULL,
  CONSTRAINT pk_quote_line PRIMARY KEY (quote_id, place),
  CONSTRAINT fk_quote_line_quote_id FOREIGN KEY (quote_id) REFERENCES quote (id)
);

CREATE TABLE feedback (
  intervention_id varchar(26)                             NOT NULL,
  score           int                                     NOT NULL,
  words           nvarchar(max)                           NULL,
  author_kind     varchar(40) COLLATE Latin1_General_BIN2 NOT NULL,
  author_name     nvarchar(200)                           NOT NULL,
  author_key      varchar(26)                             NULL,
  left_at         datetime2(7)                            NOT NULL,
  CONSTRAINT pk_feedback PRIMARY KEY (intervention_id),
  CONSTRAINT fk_feedback_intervention_id FOREIGN KEY (intervention_id) REFERENCES intervention (id)
);

CREATE TABLE time_entry (
  intervention_id varchar(26)  NOT NULL,
  place           int          NOT NULL,
  technician_id   varchar(26)  NOT NULL,
  worked_from     datetime2(7) NOT NULL,
  worked_to       datetime2(7) NOT NULL,
  CONSTRAINT pk_time_entry PRIMARY KEY (intervention_id, place),
  CONSTRAINT fk_time_entry_intervention_id FOREIGN KEY (intervention_id) REFERENCES intervention (id)
);
CREATE INDEX ix_time_entry_technician ON time_entry (technician_id, worked_to);

CREATE TABLE charge (
  id            varchar(26)                             NOT NULL,
  customer_id   varchar(26)                             NOT NULL,
  state         varchar(40) COLLATE Latin1_General_BIN2 NOT NULL,
  accrued_on    date                                    NOT NULL,
  report_id     varchar(26)                             NULL,
  report_line   int                                     NULL,
  report_number varchar(40) COLLATE Latin1_General_BIN2 NULL,
  contract_id   varchar(26)                             NULL,
  fee_number    int                                     NULL,
  fee           nvarchar(max)                           NULL,
  amount        bigint                                  NOT NULL,
  line          nvarchar(max)                           NOT NULL,
  CONSTRAINT pk_charge PRIMARY KEY (id),
  CONSTRAINT fk_charge_customer_id FOREIGN KEY (customer_id) REFERENCES customer (id),
  CONSTRAINT fk_charge_report_id FOREIGN KEY (report_id) REFERENCES work_report (id),
  CONSTRAINT fk_charge_contract_id FOREIGN KEY (contract_id) REFERENCES contract (id)
);
CREATE UNIQUE INDEX ux_charge_report_line ON charge (report_id, report_line) WHERE report_id IS NOT NULL;
CREATE UNIQUE INDEX ux_charge_fee ON charge (contract_id, fee_number) WHERE contract_id IS NOT NULL;
CREATE INDEX ix_charge_open ON charge (customer_id, accrued_on) WHERE state = 'open';

CREATE TABLE invoice (
  id             varchar(26)                             NOT NULL,
  customer_id    varchar(26)                             NOT NULL,
  month          varchar(7) COLLATE Latin1_General_BIN2  NOT NULL,
  created_at     datetime2(7)                            NOT NULL,
  status         varchar(40) COLLATE Latin1_General_BIN2 NOT NULL,
  kind           varchar(40) COLLATE Latin1_General_BIN2 NULL,
  number         varchar(40) COLLATE Latin1_General_BIN2 NULL,
  issued_on      date                                    NULL,
  due_on         date                                    NULL,
  net            bigint                                  NULL,
  tax            bigint                                  NULL,
  total          bigint                                  NULL,
  payable        bigint                                  NULL,
  credited       bigint                                  NOT NULL,
  paid           bigint                                  NOT NULL,
  credits_id     varchar(26)                             NULL,
  delivery       varchar(40) COLLATE Latin1_General_BIN2 NULL,
  credited_lines nvarchar(max)                           NOT NULL,
  payments       nvarchar(max)                           NOT NULL,
  version        int                                     NOT NULL,
  CONSTRAINT pk_invoice PRIMARY KEY (id),
  CONSTRAINT fk_invoice_customer_id FOREIGN KEY (customer_id) REFERENCES customer (id),
  CONSTRAINT fk_invoice_credits_id FOREIGN KEY (credits_id) REFERENCES invoice (id)
);
CREATE UNIQUE INDEX ux_invoice_draft ON invoice (customer_id, month) WHERE status = 'draft';
CREATE UNIQUE INDEX ux_invoice_number ON invoice (number) WHERE number IS NOT NULL;
CREATE INDEX ix_invoice_customer ON invoice (customer_id, id);
CREATE INDEX ix_invoice_issued ON invoice (issued_on, number) WHERE issued_on IS NOT NULL;
CREATE INDEX ix_invoice_customer_issued ON invoice (customer_id, issued_on, number) WHERE issued_on IS NOT NULL;

CREATE TABLE invoice_line (
  invoice_id varchar(26) NOT NULL,
  charge_id  varchar(26) NOT NULL,
  stands     bit         NOT NULL,
  CONSTRAINT pk_invoice_line PRIMARY KEY (invoice_id, charge_id),
  CONSTRAINT fk_invoice_line_invoice_id FOREIGN KEY (invoice_id) REFERENCES invoice (id),
  CONSTRAINT fk_invoice_line_charge_id FOREIGN KEY (charge_id) REFERENCES charge (id)
);
CREATE UNIQUE INDEX ux_invoice_line_charge ON invoice_line (charge_id) WHERE stands = 1;

CREATE TABLE issued_invoice (
  invoice_id varchar(26)                             NOT NULL,
  content    nvarchar(max)                           NOT NULL,
  sha256     varchar(64) COLLATE Latin1_General_BIN2 NOT NULL,
  CONSTRAINT pk_issued_invoice PRIMARY KEY (invoice_id),
  CONSTRAINT fk_issued_invoice_invoice_id FOREIGN KEY (invoice_id) REFERENCES invoice (id)
);

CREATE TABLE invoice_number (
  kind    varchar(40) COLLATE Latin1_General_BIN2 NOT NULL,
  year    int                                     NOT NULL,
  last    int                                     NOT NULL,
  last_on date                                    NOT NULL,
  CONSTRAINT pk_invoice_number PRIMARY KEY (kind, year)
);

CREATE TABLE invoice_file_number (
  id   int NOT NULL,
  last int NOT NULL,
  CONSTRAINT pk_invoice_file_number PRIMARY KEY (id)
);

CREATE TABLE invoice_delivery (
  invoice_id  varchar(26)                             NOT NULL,
  number      int                                     NOT NULL,
  progressive varchar(10) COLLATE Latin1_General_BIN2 NOT NULL,
  state       varchar(40) COLLATE Latin1_General_BIN2 NOT NULL,
  sent_at     datetime2(7)                            NULL,
  answered_at datetime2(7)                            NULL,
  code        nvarchar(40)                            NULL,
  message     nvarchar(max)                           NULL,
  "file"      nvarchar(max)                           NULL,
  CONSTRAINT pk_invoice_delivery PRIMARY KEY (invoice_id, number),
  CONSTRAINT fk_invoice_delivery_invoice_id FOREIGN KEY (invoice_id) REFERENCES invoice (id)
);
CREATE UNIQUE INDEX ux_invoice_delivery_progressive ON invoice_delivery (progressive);

CREATE TABLE billing_run (
  id                varchar(26)                             NOT NULL,
  month             varchar(7) COLLATE Latin1_General_BIN2  NOT NULL,
  issues            bit                                     NOT NULL,
  status            varchar(40) COLLATE Latin1_General_BIN2 NOT NULL,
  requested_by      nvarchar(max)                           NOT NULL,
  created_at        datetime2(7)                            NOT NULL,
  ended_at          datetime2(7)                            NULL,
  after_customer_id varchar(26)                             NULL,
  tally             nvarchar(max)                           NOT NULL,
  version           int                                     NOT NULL,
  CONSTRAINT pk_billing_run PRIMARY KEY (id)
);
CREATE INDEX ix_billing_run_running ON billing_run (id) WHERE status = 'running';

CREATE TABLE billing_outcome (
  run_id      varchar(26)                              NOT NULL,
  customer_id varchar(26)                              NOT NULL,
  invoice_id  varchar(26)                              NULL,
  outcome     varchar(40) COLLATE Latin1_General_BIN2  NOT NULL,
  lines       int                                      NOT NULL,
  net         bigint                                   NOT NULL,
  total       bigint                                   NOT NULL,
  code        varchar(100) COLLATE Latin1_General_BIN2 NULL,
  detail      nvarchar(max)                            NULL,
  CONSTRAINT pk_billing_outcome PRIMARY KEY (run_id, customer_id),
  CONSTRAINT fk_billing_outcome_run_id FOREIGN KEY (run_id) REFERENCES billing_run (id),
  CONSTRAINT fk_billing_outcome_customer_id FOREIGN KEY (customer_id) REFERENCES customer (id)
);

INSERT INTO sandbox_clock (id, ahead) VALUES (1, 0);
INSERT INTO invoice_file_number (id, last) VALUES (1, 0);

GO

CREATE TRIGGER issued_report_stays ON issued_report AFTER UPDATE, DELETE AS
BEGIN
  SET NOCOUNT ON;
  IF EXISTS (SELECT 1 FROM deleted)
    THROW 50000, 'an issued report never changes, and is kept', 1;
END;

GO

CREATE TRIGGER issued_invoice_stays ON issued_invoice AFTER UPDATE, DELETE AS
BEGIN
  SET NOCOUNT ON;
  IF EXISTS (SELECT 1 FROM deleted)
    THROW 50000, 'an issued invoice never changes, and is kept', 1;
END;
