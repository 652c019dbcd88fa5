using FluentValidation;
using MediatR;
using MisterAssist.Application.Events;
using MisterAssist.Application.Shared;
using MisterAssist.Domain.Customers;

namespace MisterAssist.Application.Customers;

/// <summary>Changes what is known of a site.</summary>
public sealed record UpdateSiteCommand(CustomerId Customer, SiteId Id, GivenSite Site, KnownVersion Known) : ICommand<Site>;

internal sealed class UpdateSiteValidator : AbstractValidator<UpdateSiteCommand>
{
    public UpdateSiteValidator() => RuleFor(c => c.Site).SetValidator(new GivenSiteValidator()).OverridePropertyName("");
}

internal sealed class UpdateSiteHandler(ISiteStore sites, ChangeLog log) : IRequestHandler<UpdateSiteCommand, Site>
{
    public async Task<Site> Handle(UpdateSiteCommand request, CancellationToken cancellationToken)
    {
        var site = await sites.FindAsync(request.Customer, request.Id, log.Reach, cancellationToken) ?? throw CustomerErrors.SiteNotFound();
        request.Known.Require(site.Version);

        var changes = site.Change(request.Site.ToDetails());
        if (changes.Count == 0)
            return site;

        await sites.SaveAsync(site, cancellationToken);
        await log.TellAsync(
            "site.updated", site.Customer, [new("siteId", site.Id.ToString(), site.Id.ToString()), .. changes], log.Now, cancellationToken);
        return site;
    }
}
