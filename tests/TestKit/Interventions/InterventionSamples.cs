using MisterAssist.Domain.Interventions;
using MisterAssist.Domain.Interventions.Appointments;
using MisterAssist.Domain.Interventions.Parts;
using MisterAssist.Domain.Parts;
using MisterAssist.Domain.Shared;
using MisterAssist.Domain.Technicians;
using MisterAssist.TestKit.Sla;
using MisterAssist.TestKit.Tickets;
using NodaTime;

namespace MisterAssist.TestKit.Interventions;

/// <summary>What interventions are made of, right as it comes: a test sets only what matters to it.</summary>
public static class InterventionSamples
{
    public static readonly TechnicianId Giulia = new(Guid.Parse("00000000-0000-7000-8000-0000000000a1"));

    public static readonly TechnicianId Marco = new(Guid.Parse("00000000-0000-7000-8000-0000000000a2"));

    public static Deed On(string at, Actor? actor = null) => new(actor ?? TicketSamples.Staff, Moments.Rome(at));

    /// <summary>An hour, unless it is told otherwise.</summary>
    public static Slot Slot(string startsAt, string length = "1:00") => new(Moments.Rome(startsAt), Moments.Hours(length));

    public static TimeEntry Entry(string from, string to, TechnicianId? technician = null) =>
        new(technician ?? Giulia, Moments.Rome(from), Moments.Rome(to));

    public static CatalogueItem Item(long cents = 12_50, string code = "CAB-3", int vat = VatRate.Ordinary) =>
        new(new PartId(Guid.Parse("00000000-0000-7000-8000-0000000000b1")), code, new("Cavo", "Cable"), new(cents), vat);

    public static FittedPart Part(int number = 1, long cents = 12_50, int quantity = 1, PartApproval? approval = null, int vat = VatRate.Ordinary) =>
        new(number, Item(cents, vat: vat), quantity, approval);

    /// <summary>That the customer was asked about a part, and perhaps what was said.</summary>
    public static PartApproval Asked(bool? isApproved = null)
    {
        var at = TicketSamples.ReceivedAt;
        return new(at, new("Siete d'accordo?", "Do you agree?"), isApproved is { } agreed ? new(agreed, TicketSamples.Customer, at + Duration.FromHours(1), "Yes or no.") : null);
    }
}
