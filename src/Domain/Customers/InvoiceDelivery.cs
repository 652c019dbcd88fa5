using MisterAssist.Domain.Shared;

namespace MisterAssist.Domain.Customers;

/// <summary>Where the exchange system delivers electronic invoices: a recipient code or a certified e-mail address, never both.</summary>
/// <remarks>With neither the invoice waits for the customer in their own area at the tax office.</remarks>
public sealed record InvoiceDelivery
{
    public const int RecipientCodeLength = 7;

    /// <summary>What an invoice carries instead of a code where there is none.</summary>
    private const string NoCode = "0000000";

    private InvoiceDelivery(string? recipientCode, string? certifiedEmail) =>
        (RecipientCode, CertifiedEmail) = (recipientCode, certifiedEmail);

    public static InvoiceDelivery None { get; } = new(null, null);

    /// <summary>Seven letters or digits; null where there is none.</summary>
    public string? RecipientCode { get; }

    /// <summary>A PEC address; null where there is none.</summary>
    public string? CertifiedEmail { get; }

    /// <param name="recipientCode">Null or <c>0000000</c> for none.</param>
    /// <param name="certifiedEmail">Null for none.</param>
    /// <exception cref="BusinessException">Both are given, or the code is none.</exception>
    public static InvoiceDelivery Create(string? recipientCode, string? certifiedEmail)
    {
        var code = recipientCode?.ToUpperInvariant() is { } given and not NoCode ? given : null;
        if (code is not null && (code.Length != RecipientCodeLength || !code.All(char.IsAsciiLetterOrDigit)))
            throw CustomerErrors.InvalidRecipientCode();
        return code is null || certifiedEmail is null ? new(code, certifiedEmail) : throw CustomerErrors.TwoInvoiceAddresses();
    }
}
