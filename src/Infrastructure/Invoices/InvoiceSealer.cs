using System.Security.Cryptography;
using System.Text;
using MisterAssist.Application.Invoices;
using MisterAssist.Domain.Invoices;
using MisterAssist.Infrastructure.Shared;

namespace MisterAssist.Infrastructure.Invoices;

internal sealed class InvoiceSealer : IInvoiceSealer
{
    public SealedInvoice Seal(InvoiceContent content)
    {
        var text = DomainJson.ToText(content);
        return new(content, text, HashOf(text));
    }

    public string HashOf(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
