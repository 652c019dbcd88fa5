import type { paths } from "../generated/api.js";

type Json<T> = T extends { content: { "application/json": infer Body } } ? Body : never;
type Get<P extends keyof paths> = paths[P] extends { get: { responses: { 200: infer Answer } } } ? Json<Answer> : never;
type Post<P extends keyof paths> = paths[P] extends { post: { requestBody: infer Body } } ? Json<Body> : never;
type Created<P extends keyof paths> = paths[P] extends { post: { responses: { 201: infer Answer } } } ? Json<Answer> : never;
type Answered<P extends keyof paths> = paths[P] extends { post: { responses: { 200: infer Answer } } } ? Json<Answer> : never;
type Problem = paths["/v1/plans/{planCode}"]["get"]["responses"][404]["content"]["application/problem+json"];
type TicketFilter = NonNullable<paths["/v1/tickets"]["get"]["parameters"]["query"]>;

declare const process: { argv: string[]; env: Record<string, string | undefined>; exit(code: number): never };

const base = process.argv[2] ?? "";
const key = { "X-Api-Key": process.env["API_KEY"] ?? "" };

async function get<T>(path: string, headers: Record<string, string> = key): Promise<T> {
  return (await (await fetch(base + path, { headers })).json()) as T;
}

async function post<T>(path: string, body: unknown): Promise<T> {
  const headers = { ...key, "Content-Type": "application/json" };
  const response = await fetch(base + path, { method: "POST", headers, body: JSON.stringify(body) });
  if (!response.ok) throw new Error(`POST ${path}: ${await response.text()}`);
  return (await response.json()) as T;
}

function expect<T>(expected: T, actual: T, what: string): void {
  if (expected !== actual) throw new Error(`${what}: ${String(expected)} was expected, ${String(actual)} came`);
}

async function askWithoutKey(): Promise<void> {
  const question: Post<"/v1/sla/deadlines"> = { plan: "silver", startAt: "2026-11-20T18:30:00Z", workingTime: "PT4H" };
  const answer = await post<Answered<"/v1/sla/deadlines">>("/v1/sla/deadlines", question);
  expect("2026-11-23T10:30:00Z", answer.dueAt, "the deadline");
  expect(2, answer.ledger?.filter((segment) => segment.kind === "counted").length, "counted segments");
  expect("plan_not_found", (await get<Problem>("/v1/plans/platinum", {})).code, "an unknown plan");
  expect("unauthenticated", (await get<Problem>("/v1/api-keys", {})).code, "no key");
}

async function openTicket(): Promise<void> {
  const person: Post<"/v1/customers"> = {
    kind: "private",
    name: "Bruno Verdi",
    billingAddress: { street: "Via Po 2", postalCode: "10124", city: "Torino", province: "TO", country: "IT" },
  };
  const customer = await post<Created<"/v1/customers">>("/v1/customers", person);
  const report: Post<"/v1/tickets"> = { customerId: customer.id, subject: "No mail", urgency: "normal", channel: "phone" };
  const ticket = await post<Created<"/v1/tickets">>("/v1/tickets", report);
  expect("new", ticket.status, "the status");
  expect("standard", ticket.plan, "the plan of those without a contract");

  const filter: TicketFilter = { customerId: [customer.id], status: ["new", "waiting"] };
  const query = new URLSearchParams(Object.entries(filter).flatMap(([name, values]) => [values].flat().map((v) => [name, String(v)])));
  const page = await get<Get<"/v1/tickets">>(`/v1/tickets?${query}`);
  expect(ticket.id, page.data[0]?.id, "tickets by status");
}

async function main(): Promise<void> {
  await askWithoutKey();
  const keys = await get<Get<"/v1/api-keys">>("/v1/api-keys");
  expect(true, keys.data.some((item) => item.scopes.includes("admin") && item.status === "active"), "the administrator's key");
  await openTicket();
}

main().catch((fault: unknown) => {
  console.error(fault);
  process.exit(1);
});
