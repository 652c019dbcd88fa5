using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using MisterAssist.Domain.WorkReports;

namespace MisterAssist.Api.Tests.WorkReports;

public sealed class IssuerSourceTests
{
    [Test]
    public void Issuer_WithNothingSaid_IsANameAlone()
    {
        var issuer = From();

        Assert.That((issuer.Name, issuer.Address.Count), Is.EqualTo(("MisterAssist", 0)));
        Assert.That(new[] { issuer.VatNumber, issuer.Email, issuer.Phone, issuer.Website }, Has.All.Null);
    }

    [Test]
    public void Issuer_WithAllSaid_HasIt()
    {
        var issuer = From(
            ("Name", "Assistenza di prova S.r.l."), ("Address:0", "Via delle Officine 7"), ("Address:1", "20121 Milano (MI)"),
            ("VatNumber", "01234567897"), ("Email", "ufficio@example.it"), ("Phone", "+39 02 0000000"), ("Website", "www.example.it"));

        Assert.That(issuer.Address, Is.EqualTo(new[] { "Via delle Officine 7", "20121 Milano (MI)" }));
        Assert.That(
            new[] { issuer.Name, issuer.VatNumber, issuer.Email, issuer.Phone, issuer.Website },
            Is.EqualTo(new[] { "Assistenza di prova S.r.l.", "01234567897", "ufficio@example.it", "+39 02 0000000", "www.example.it" }));
    }

    [Test]
    public void Issuer_WithBlanksSaid_IsAsWithNothing()
    {
        var issuer = From(("Name", " "), ("Address:0", ""), ("Email", "  "));

        Assert.That((issuer.Name, issuer.Address.Count, issuer.Email), Is.EqualTo(("MisterAssist", 0, (string?)null)));
    }

    private static Issuer From(params (string Name, string Value)[] company)
    {
        var settings = company.ToDictionary(setting => $"Company:{setting.Name}", setting => (string?)setting.Value);
        return new ServiceCollection().AddApi(new ConfigurationBuilder().AddInMemoryCollection(settings).Build())
            .BuildServiceProvider().GetRequiredService<Issuer>();
    }
}
