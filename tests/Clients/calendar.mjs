// Has a calendar read by a parser that is not ours. Usage: API_KEY=ma_live_… node calendar.mjs http://127.0.0.1:5080
import ICAL from "ical.js";

const base = process.argv[2];
const key = { "X-Api-Key": process.env.API_KEY };
const subject = "Così non va: la stampante, però; \"l'altra\" sì \\ no 🖨 ".repeat(3).trim();
const startsAt = "2030-03-04T08:30:00Z";

async function post(path, body) {
  const headers = { ...key, "Content-Type": "application/json" };
  const response = await fetch(base + path, { method: "POST", headers, body: JSON.stringify(body) });
  if (!response.ok) throw new Error(`POST ${path}: ${await response.text()}`);
  return response.json();
}

function expect(expected, actual, what) {
  if (expected !== actual) throw new Error(`${what}: ${expected} was expected, ${actual} came`);
}

const address = { street: "Via dell'Università, 3", postalCode: "10124", city: "Torino", province: "TO", country: "IT" };
const customer = await post("/v1/customers", { kind: "private", name: "Nicolò D'Alò; fu Bruno", billingAddress: address });
const site = await post(`/v1/customers/${customer.id}/sites`, { name: "Casa, piano 2", address, timeZone: "Europe/Rome" });
const ticket = await post("/v1/tickets", { customerId: customer.id, siteId: site.id, subject, urgency: "normal", channel: "phone" });
const technician = await post("/v1/technicians", { name: "Bruno" });
const appointment = { startsAt, duration: "PT1H30M", technicianIds: [technician.id] };
const intervention = await post("/v1/interventions", { ticketId: ticket.id, mode: "on_site", appointment });

const answer = await fetch(`${base}/v1/calendar.ics?technicianId=${technician.id}`, { headers: key });
const text = await answer.text();
expect("text/calendar; charset=utf-8", answer.headers.get("Content-Type"), "the type");
const events = new ICAL.Component(ICAL.parse(text)).getAllSubcomponents("vevent").map((event) => new ICAL.Event(event));
expect(1, events.length, "events");
const [event] = events;
expect(`${intervention.id}@misterassist`, event.uid, "the uid");
expect(`${ticket.number} ${subject}`, event.summary, "the summary");
expect(Date.parse(startsAt), event.startDate.toJSDate().getTime(), "the start");
expect(Date.parse(startsAt) + 90 * 60_000, event.endDate.toJSDate().getTime(), "the end");
expect("Casa, piano 2, Via dell'Università, 3, 10124 Torino (TO), IT", event.location, "the location");
expect("Nicolò D'Alò; fu Bruno\nOn site", event.description, "the description");
expect("CONFIRMED", event.component.getFirstPropertyValue("status"), "the status");
