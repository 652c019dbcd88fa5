using MisterAssist.Domain.Customers;
using MisterAssist.Domain.Invoices;
using MisterAssist.Domain.Invoices.Deliveries;

namespace MisterAssist.Application.Invoices;

/// <summary>Writes invoices and credit notes as the exchange system takes them: FatturaPA, format FPR12.</summary>
public interface IElectronicInvoices
{
    /// <exception cref="Domain.Shared.BusinessException">The exchange system would refuse it: with every reason, and the line where there is one.</exception>
    ElectronicInvoice Write(ElectronicInvoiceSource source);

    /// <summary>What a file that was written is called.</summary>
    string NameOf(string file, Progressive progressive);

    /// <summary>What files say of the company now.</summary>
    /// <exception cref="Domain.Shared.BusinessException">It is not set up for them: with every setting that is missing or wrong.</exception>
    Seller Seller();
}

/// <summary>What an electronic invoice is made of.</summary>
/// <param name="Content">As it was issued.</param>
/// <param name="Customer">As the customer is by now: after a refusal these data may have been put right.</param>
/// <param name="Delivery">Where the exchange system delivers it.</param>
/// <param name="Progressive">Of the file.</param>
public sealed record ElectronicInvoiceSource(InvoiceContent Content, BilledCustomer Customer, InvoiceDelivery Delivery, Progressive Progressive);

/// <summary>An electronic invoice.</summary>
/// <param name="FileName">By the rule of the exchange system: <c>IT01234567897_0000A.xml</c>.</param>
/// <param name="Xml">In UTF-8, declaration and all.</param>
public sealed record ElectronicInvoice(string FileName, string Xml);
