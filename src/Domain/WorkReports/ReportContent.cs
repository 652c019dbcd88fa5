using MisterAssist.Domain.Customers;
using MisterAssist.Domain.Interventions;
using MisterAssist.Domain.Interventions.Guarantees;
using MisterAssist.Domain.Shared;
using MisterAssist.Domain.Sla.Plans;
using MisterAssist.Domain.Tickets;
using NodaTime;

namespace MisterAssist.Domain.WorkReports;

/// <summary>All that a work report says. Copied from where it stood when the report was issued: what changes later changes nothing here.</summary>
/// <param name="Issuer">The company.</param>
/// <param name="Number">Null for a draft.</param>
/// <param name="IssuedAt">Null for a draft.</param>
/// <param name="Customer">For whom the work was done.</param>
/// <param name="Ticket">What was reported.</param>
/// <param name="Work">What was done.</param>
/// <param name="Guarantees">Those that apply, with what they mean in words.</param>
/// <param name="Lines">Items with their discounts, in order.</param>
public sealed record ReportContent(
    Issuer Issuer, ReportNumber? Number, Instant? IssuedAt, ReportedCustomer Customer, ReportedTicket Ticket, ReportedWork Work,
    IReadOnlyList<ReportedGuarantee> Guarantees, IReadOnlyList<ReportLine> Lines)
{
    /// <summary>The items at full price, without VAT.</summary>
    public Money Gross => Lines.Where(line => line.Discount is null).Sum(line => line.Amount);

    /// <summary>What is taken off, as a negative amount.</summary>
    public Money Discounts => Lines.Where(line => line.Discount is not null).Sum(line => line.Amount);

    /// <summary>What will be charged, without VAT: the sum of all lines.</summary>
    public Money Net => Lines.Sum(line => line.Amount);
}

/// <summary>The company, as its documents show it.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Address">In lines, the first one first.</param>
/// <param name="VatNumber">Null where none is set.</param>
/// <param name="Email">Null where none is set.</param>
/// <param name="Phone">Null where none is set.</param>
/// <param name="Website">Null where none is set.</param>
public sealed record Issuer(
    string Name, IReadOnlyList<string> Address, string? VatNumber, string? Email, string? Phone, string? Website);

/// <summary>For whom the work was done.</summary>
/// <param name="Id">Whose it is.</param>
/// <param name="Name">Of the company, or first and last name.</param>
/// <param name="BillingAddress">Where invoices are made out to.</param>
/// <param name="VatNumber">Null where there is none.</param>
/// <param name="TaxCode">Null where it is not known.</param>
/// <param name="Site">Where it was done; null where the ticket names no site.</param>
public sealed record ReportedCustomer(
    CustomerId Id, string Name, PostalAddress BillingAddress, string? VatNumber, string? TaxCode, ReportedSite? Site);

/// <summary>Where the work was done.</summary>
public sealed record ReportedSite(SiteId Id, string Name, PostalAddress Address);

/// <summary>What was reported.</summary>
/// <param name="Id">The ticket.</param>
/// <param name="Number">What people call it.</param>
/// <param name="Subject">In a few words.</param>
/// <param name="ReceivedAt">When the customer told us.</param>
/// <param name="HandledAs">The urgency that the plan took it for.</param>
/// <param name="Plan">The code of the plan under which it was handled.</param>
/// <param name="PlanName">As customers know it.</param>
public sealed record ReportedTicket(
    TicketId Id, TicketNumber Number, string Subject, Instant ReceivedAt, Urgency HandledAs, PlanCode Plan, LocalizedText PlanName);

/// <summary>What was done.</summary>
/// <param name="Id">The intervention.</param>
/// <param name="Mode">On site or from remote.</param>
/// <param name="AppointedAt">For when it was agreed; null where it was not.</param>
/// <param name="ArrivedAt">When a technician was there, or began from remote.</param>
/// <param name="CompletedAt">When it was over.</param>
/// <param name="Outcome">What came of it.</param>
/// <param name="Description">What was done, in words.</param>
/// <param name="Entries">Who worked, from when until when.</param>
public sealed record ReportedWork(
    InterventionId Id, InterventionMode Mode, Instant? AppointedAt, Instant ArrivedAt, Instant CompletedAt, InterventionOutcome Outcome,
    string Description, IReadOnlyList<ReportedTime> Entries);

/// <summary>The time of a technician.</summary>
/// <param name="Technician">By name.</param>
/// <param name="From">Inclusive.</param>
/// <param name="To">Exclusive.</param>
public sealed record ReportedTime(string Technician, Instant From, Instant To);

/// <summary>A guarantee, as the report tells it.</summary>
/// <param name="Kind">For programs.</param>
/// <param name="Words">What was promised, what came of it and what it takes off, for the customer.</param>
public sealed record ReportedGuarantee(GuaranteeKind Kind, LocalizedText Words);
