using System.Diagnostics.CodeAnalysis;
using MisterAssist.Domain.Contracts;
using MisterAssist.Domain.Customers;
using MisterAssist.Domain.Quotes;
using MisterAssist.Domain.Shared;
using MisterAssist.Domain.Tickets;

namespace MisterAssist.Api.Shared;

/// <summary>A kind of resource, by the prefix that its ids have on the wire.</summary>
internal interface IResourceKind
{
    static abstract string Prefix { get; }
}

/// <summary>An id as it is written on the wire: a prefix that tells its kind, and 26 characters.</summary>
internal readonly record struct WireId<TKind>(Guid Value) : IParsable<WireId<TKind>>
    where TKind : IResourceKind
{
    public static WireId<TKind> Parse(string s, IFormatProvider? provider) =>
        TryParse(s, provider, out var id) ? id : throw new FormatException($"'{s}' is not an id");

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out WireId<TKind> result)
    {
        result = default;
        if (s is null || !s.StartsWith(TKind.Prefix, StringComparison.Ordinal))
            return false;

        var read = CrockfordBase32.TryDecode(s.AsSpan(TKind.Prefix.Length), out var value);
        result = new(value);
        return read;
    }

    public override string ToString() => TKind.Prefix + CrockfordBase32.Encode(Value);
}

internal sealed class CustomerKind : IResourceKind
{
    public static string Prefix => CustomerId.Prefix;
}

internal sealed class SiteKind : IResourceKind
{
    public static string Prefix => SiteId.Prefix;
}

internal sealed class ContactKind : IResourceKind
{
    public static string Prefix => ContactId.Prefix;
}

internal sealed class ContractKind : IResourceKind
{
    public static string Prefix => ContractId.Prefix;
}

internal sealed class TicketKind : IResourceKind
{
    public static string Prefix => TicketId.Prefix;
}

internal sealed class QuoteKind : IResourceKind
{
    public static string Prefix => QuoteId.Prefix;
}
