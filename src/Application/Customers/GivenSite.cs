using FluentValidation;
using MisterAssist.Domain.Customers;
using NodaTime;

namespace MisterAssist.Application.Customers;

/// <summary>A site as a caller writes it down, not yet known to be right.</summary>
/// <param name="Name">As the customer calls it.</param>
/// <param name="Address">Where it is.</param>
/// <param name="TimeZone">IANA id.</param>
/// <param name="Notes">What a technician should know; null for nothing.</param>
public sealed record GivenSite(string Name, GivenAddress Address, string TimeZone, string? Notes)
{
    /// <exception cref="Domain.Shared.BusinessException">Its address is none of its country.</exception>
    public SiteDetails ToDetails() => new(Name.Trim(), Address.ToAddress("address"), DateTimeZoneProviders.Tzdb[TimeZone], Notes);
}

internal sealed class GivenSiteValidator : AbstractValidator<GivenSite>
{
    public GivenSiteValidator()
    {
        RuleFor(s => s.Name).NotEmpty().MaximumLength(SiteDetails.MaxNameLength);
        RuleFor(s => s.Address).SetValidator(new GivenAddressValidator());
        RuleFor(s => s.TimeZone)
            .Must(id => DateTimeZoneProviders.Tzdb.Ids.Contains(id)).WithErrorCode("unknown_time_zone")
            .WithMessage(s => $"'{s.TimeZone}' is not an IANA time zone.");
        RuleFor(s => s.Notes!).NotEmpty().MaximumLength(SiteDetails.MaxNotesLength).When(s => s.Notes is not null);
    }
}
