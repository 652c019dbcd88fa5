import type { paths } from "../generated/api.js";

type Operation = paths["/v1/sla/deadlines"]["post"];
type Request = Operation["requestBody"]["content"]["application/json"];
type Answer = Operation["responses"][200]["content"]["application/json"];
type Problem = paths["/v1/plans/{planCode}"]["get"]["responses"][404]["content"]["application/problem+json"];

type Keys = paths["/v1/api-keys"]["get"]["responses"][200]["content"]["application/json"];

declare const process: { argv: string[]; env: Record<string, string | undefined>; exit(code: number): never };

async function ask(base: string): Promise<Answer> {
  const request: Request = { plan: "silver", startAt: "2026-11-20T18:30:00Z", workingTime: "PT4H" };
  const response = await fetch(`${base}/v1/sla/deadlines`, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify(request),
  });
  return (await response.json()) as Answer;
}

async function refuse(base: string): Promise<Problem> {
  return (await (await fetch(`${base}/v1/plans/platinum`)).json()) as Problem;
}

async function keys(base: string): Promise<Keys> {
  const response = await fetch(`${base}/v1/api-keys`, { headers: { "X-Api-Key": process.env["API_KEY"] ?? "" } });
  return (await response.json()) as Keys;
}

async function main(): Promise<void> {
  const base = process.argv[2] ?? "";
  const [answer, problem, page] = await Promise.all([ask(base), refuse(base), keys(base)]);
  const counted = answer.ledger?.filter((segment) => segment.kind === "counted").length ?? 0;
  const good = answer.dueAt === "2026-11-23T10:30:00Z" && counted === 2 && problem.code === "plan_not_found"
    && page.data.some((key) => key.scopes.includes("admin") && key.status === "active");
  if (!good) {
    console.error(JSON.stringify({ answer, problem, page }));
    process.exit(1);
  }
}

void main();
