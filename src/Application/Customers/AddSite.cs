using FluentValidation;
using MediatR;
using MisterAssist.Application.Events;
using MisterAssist.Application.Shared;
using MisterAssist.Domain.Customers;

namespace MisterAssist.Application.Customers;

/// <summary>Adds a site to a customer.</summary>
public sealed record AddSiteCommand(CustomerId Customer, GivenSite Site) : ICommand<Site>;

internal sealed class AddSiteValidator : AbstractValidator<AddSiteCommand>
{
    public AddSiteValidator() => RuleFor(c => c.Site).SetValidator(new GivenSiteValidator()).OverridePropertyName("");
}

internal sealed class AddSiteHandler(ISiteStore sites, ICustomerReader customers, ChangeLog log) : IRequestHandler<AddSiteCommand, Site>
{
    public async Task<Site> Handle(AddSiteCommand request, CancellationToken cancellationToken)
    {
        if (!await customers.ExistsAsync(request.Customer, log.Reach, cancellationToken))
            throw CustomerErrors.NotFound();

        var now = log.Now;
        var site = Site.Open(request.Customer, request.Site.ToDetails(), now);

        await sites.AddAsync(site, cancellationToken);
        await log.TellAsync("site.created", site.Customer, [new("siteId", null, site.Id.ToString())], now, cancellationToken);
        return site;
    }
}
