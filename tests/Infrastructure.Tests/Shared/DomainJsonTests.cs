using MisterAssist.Domain.Customers;
using MisterAssist.Domain.Interventions;
using MisterAssist.Domain.Interventions.Appointments;
using MisterAssist.Domain.Interventions.Contests;
using MisterAssist.Domain.Interventions.Guarantees;
using MisterAssist.Domain.Interventions.Parts;
using MisterAssist.Domain.Invoices.Deliveries;
using MisterAssist.Domain.WorkReports;
using MisterAssist.Infrastructure.Shared;
using MisterAssist.TestKit;
using MisterAssist.TestKit.Interventions;
using MisterAssist.TestKit.Sla;
using MisterAssist.TestKit.Tickets;
using MisterAssist.TestKit.WorkReports;

namespace MisterAssist.Infrastructure.Tests.Shared;

/// <summary>Texts as databases have them, and the records that they are. What was written once has to be read for ever: no text here is ever changed.</summary>
public sealed class DomainJsonTests
{
    [TestCaseSource(nameof(Kept))]
    public void Kept_IsReadAndWrittenAsItWas(object value, string text, Func<string, object> read)
    {
        Assert.That(Spelled.Out(read(text)), Is.EqualTo(Spelled.Out(value)));
        Assert.That(DomainJson.ToText(value), Is.EqualTo(text));
    }

    private static IEnumerable<TestCaseData> Kept =>
    [
        Case(
            "an appointment",
            new Appointment(
                InterventionSamples.Slot("2026-11-16 15:00", "1:30"), [InterventionSamples.Giulia, InterventionSamples.Marco], Moments.Rome("2026-11-16 09:30"), true,
                [
                    new(
                        InterventionSamples.Slot("2026-11-16 10:00"), InterventionSamples.Slot("2026-11-16 15:00"), MoveCause.CustomerRequest, "È chiuso.", "Carla",
                        TicketSamples.Staff, Moments.Rome("2026-11-16 09:30")),
                ]),
            """{"slot":{"from":"2026-11-16T14:00:00.000000Z","length":5400000000000},"technicians":["0000000000e008000000000051","0000000000e008000000000052"],"madeAt":"2026-11-16T08:30:00.000000Z","wishedByCustomer":true,"moves":[{"before":{"from":"2026-11-16T09:00:00.000000Z","length":3600000000000},"after":{"from":"2026-11-16T14:00:00.000000Z","length":3600000000000},"cause":"customer_request","reason":"È chiuso.","askedBy":"Carla","actor":{"kind":"staff","name":"Anna","keyId":"00000000-0000-7000-8000-00000000000a"},"at":"2026-11-16T08:30:00.000000Z"}]}"""),
        Case(
            "a seller",
            new Seller(
                "Assistenza di prova S.r.l.", "07654321012", null, "RF01",
                PostalAddress.Create("Via delle Officine 7", "20121", "Milano", "MI", CountryCode.Italy, "seat"), "IT60X0542811101000000123456", "07654321012"),
            """{"name":"Assistenza di prova S.r.l.","vatNumber":"07654321012","taxRegime":"RF01","seat":{"street":"Via delle Officine 7","postalCode":"20121","city":"Milano","province":"MI","country":"IT"},"iban":"IT60X0542811101000000123456","transmitterId":"07654321012"}"""),
        Case("lateness", new Lateness(Moments.Rome("2026-11-16 13:00"), Moments.Rome("2026-11-16 13:30"), Moments.Hours("0:30")), """{"dueAt":"2026-11-16T12:00:00.000000Z","arrivedAt":"2026-11-16T12:30:00.000000Z","delay":1800000000000}"""),
        Case(
            "an ending",
            new Ending(
                Moments.Rome("2026-11-16 16:00"), InterventionOutcome.NotSolved, "Un cavo \"nuovo\".\n", null,
                [InterventionSamples.Entry("2026-11-16 13:30", "2026-11-16 16:00")],
                [
                    new(GuaranteeKind.OurFault, Relief.OfEverything, null, null, new("Errore", "Error")),
                    new(GuaranteeKind.FollowUp, Relief.OfEverything, null, TicketSamples.InterventionId, new("Segue", "Follows")),
                    new(
                        GuaranteeKind.LateUrgent, Relief.OfWork(100),
                        new(Moments.Rome("2026-11-16 13:00"), Moments.Rome("2026-11-16 13:30"), Moments.Hours("0:30")), null, new("Tardi", "Late")),
                    new(
                        GuaranteeKind.LateNormal, Relief.OfWork(40),
                        new(Moments.Rome("2026-11-16 12:00"), Moments.Rome("2026-11-16 13:30"), Moments.Hours("1:30")), null, new("Tardi", "Late")),
                ]),
            """{"at":"2026-11-16T15:00:00.000000Z","outcome":"not_solved","words":"Un cavo \"nuovo\".\n","timeEntries":[{"technician":"0000000000e008000000000051","from":"2026-11-16T12:30:00.000000Z","to":"2026-11-16T15:00:00.000000Z"}],"guarantees":[{"kind":"our_fault","relief":{"callOut":100,"labour":100,"parts":100},"words":{"it":"Errore","en":"Error"}},{"kind":"follow_up","relief":{"callOut":100,"labour":100,"parts":100},"follows":"0000000000e008000000000003","words":{"it":"Segue","en":"Follows"}},{"kind":"late_urgent","relief":{"callOut":100,"labour":100,"parts":0},"lateness":{"dueAt":"2026-11-16T12:00:00.000000Z","arrivedAt":"2026-11-16T12:30:00.000000Z","delay":1800000000000},"words":{"it":"Tardi","en":"Late"}},{"kind":"late_normal","relief":{"callOut":40,"labour":40,"parts":0},"lateness":{"dueAt":"2026-11-16T11:00:00.000000Z","arrivedAt":"2026-11-16T12:30:00.000000Z","delay":5400000000000},"words":{"it":"Tardi","en":"Late"}}]}"""),
        Case(
            "a calling off", new Ending(Moments.Rome("2026-11-16 16:00"), null, "Piove.", MoveCause.Exceptional, [], []), """{"at":"2026-11-16T15:00:00.000000Z","words":"Piove.","cause":"exceptional","timeEntries":[],"guarantees":[]}"""),
        Case<IReadOnlyList<FittedPart>>(
            "parts",
            [
                InterventionSamples.Part(1, 12_50, 2), InterventionSamples.Part(2, 60_00, approval: InterventionSamples.Asked()),
                InterventionSamples.Part(3, 70_00, approval: InterventionSamples.Asked(true)),
            ],
            """[{"number":1,"item":{"id":"0000000000e00800000000005h","code":"CAB-3","name":{"it":"Cavo","en":"Cable"},"unitPrice":1250,"vatPercent":22},"quantity":2},{"number":2,"item":{"id":"0000000000e00800000000005h","code":"CAB-3","name":{"it":"Cavo","en":"Cable"},"unitPrice":6000,"vatPercent":22},"quantity":1,"approval":{"askedAt":"2026-11-16T10:00:00.000000Z","text":{"it":"Siete d'accordo?","en":"Do you agree?"}}},{"number":3,"item":{"id":"0000000000e00800000000005h","code":"CAB-3","name":{"it":"Cavo","en":"Cable"},"unitPrice":7000,"vatPercent":22},"quantity":1,"approval":{"askedAt":"2026-11-16T10:00:00.000000Z","text":{"it":"Siete d'accordo?","en":"Do you agree?"},"decision":{"isApproved":true,"by":{"kind":"customer","name":"Carlo","keyId":"00000000-0000-7000-8000-00000000000c"},"at":"2026-11-16T11:00:00.000000Z","reason":"Yes or no."}}}]"""),
        Case(
            "a contest",
            new Contest(
                "Non va.", TicketSamples.Customer, Moments.Rome("2026-11-17 09:00"), new(false, "Manca la carta.", TicketSamples.Staff, Moments.Rome("2026-11-17 10:00"))),
            """{"reason":"Non va.","by":{"kind":"customer","name":"Carlo","keyId":"00000000-0000-7000-8000-00000000000c"},"at":"2026-11-17T08:00:00.000000Z","verdict":{"isAccepted":false,"reason":"Manca la carta.","by":{"kind":"staff","name":"Anna","keyId":"00000000-0000-7000-8000-00000000000a"},"at":"2026-11-17T09:00:00.000000Z"}}"""),
        Case("a voiding", new Voiding("Le ore erano altre.", TicketSamples.Staff, Moments.Rome("2026-11-21 09:00"), new(Guid.Parse("00000000-0000-7000-8000-0000000000e1"))), """{"reason":"Le ore erano altre.","by":{"kind":"staff","name":"Anna","keyId":"00000000-0000-7000-8000-00000000000a"},"at":"2026-11-21T08:00:00.000000Z","replacedBy":"0000000000e008000000000071"}"""),
        Case(
            "a report", ReportContentSamples.Content(ReportContentSamples.WithDiscounts(), [ReportContentSamples.LateNormal()]), """{"issuer":{"name":"Assistenza di prova S.r.l.","address":["Via delle Officine 7","20121 Milano (MI)"],"vatNumber":"01234567897","email":"ufficio@example.it","phone":"+39 02 0000000","website":"www.example.it"},"number":"RL-2026-000123","issuedAt":"2026-11-20T18:30:00.000000Z","customer":{"id":"0000000000e008000000000001","name":"Forno Aurora S.n.c.","billingAddress":{"street":"Via Roma 1","postalCode":"20121","city":"Milano","province":"MI","country":"IT"},"vatNumber":"01234567897","site":{"id":"0000000000e008000000000002","name":"Laboratorio","address":{"street":"Via Po 12","postalCode":"20121","city":"Milano","province":"MI","country":"IT"}}},"ticket":{"id":"0000000000e008000000000003","number":"2026-000077","subject":"La stampante è muta","receivedAt":"2026-11-20T07:05:00.000000Z","handledAs":"urgent","plan":"silver","planName":{"it":"Argento","en":"Silver"}},"work":{"id":"0000000000e008000000000004","mode":"on_site","appointedAt":"2026-11-20T13:00:00.000000Z","arrivedAt":"2026-11-20T14:20:00.000000Z","completedAt":"2026-11-20T15:50:00.000000Z","outcome":"solved","description":"Sostituita la scheda di rete della stampante e aggiornato il firmware.","entries":[{"technician":"Giulia Ferri","from":"2026-11-20T14:20:00.000000Z","to":"2026-11-20T15:50:00.000000Z"}]},"guarantees":[{"kind":"late_normal","words":{"it":"L'appuntamento era alle 14:00, il tecnico è arrivato alle 15:20: 40% in meno su uscita e manodopera.","en":"The appointment was at 14:00, the technician came at 15:20: 40% off call-out and labour."}}],"lines":[{"number":1,"kind":"call_out","description":{"it":"Uscita","en":"Call-out"},"quantity":1,"unit":"piece","unitPrice":4000,"amount":4000,"vatPercent":22},{"number":2,"kind":"discount","description":{"it":"Sconto del 40% sulla voce 1: LateNormal","en":"40% off item 1: LateNormal"},"quantity":1,"unit":"piece","unitPrice":-1600,"amount":-1600,"vatPercent":22,"discount":{"ofLine":1,"reason":"late_normal","percent":40}},{"number":3,"kind":"labour","description":{"it":"Manodopera in sede","en":"Labour on site"},"quantity":90,"unit":"minute","unitPrice":6500,"amount":9750,"vatPercent":22},{"number":4,"kind":"discount","description":{"it":"Sconto del 100% sulla voce 3: IncludedInPlan","en":"100% off item 3: IncludedInPlan"},"quantity":1,"unit":"piece","unitPrice":-9750,"amount":-9750,"vatPercent":22,"discount":{"ofLine":3,"reason":"included_in_plan","percent":100}},{"number":5,"kind":"part","description":{"it":"Scheda di rete","en":"Network card"},"quantity":2,"unit":"piece","unitPrice":123450,"amount":246900,"vatPercent":22},{"number":6,"kind":"discount","description":{"it":"Sconto del 100% sulla voce 5: OurFault","en":"100% off item 5: OurFault"},"quantity":1,"unit":"piece","unitPrice":-246900,"amount":-246900,"vatPercent":22,"discount":{"ofLine":5,"reason":"our_fault","percent":100}},{"number":7,"kind":"part","description":{"it":"Cavo di rete, 3 m","en":"Network cable, 3 m"},"quantity":1,"unit":"piece","unitPrice":850,"amount":850,"vatPercent":22}]}"""),
    ];

    private static TestCaseData Case<T>(string name, T value, string text)
        where T : class =>
        new TestCaseData(value, text, (Func<string, object>)(kept => DomainJson.FromText<T>(kept))).SetArgDisplayNames(name);
}
