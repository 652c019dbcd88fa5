using MisterAssist.Application.Shared;
using MisterAssist.Domain.Customers;

namespace MisterAssist.Application.Billing;

/// <summary>Who may have to do with the billing of a month, which is about all customers.</summary>
internal static class BillingAccess
{
    /// <exception cref="Domain.Shared.BusinessException">The caller may see only some customers.</exception>
    public static void RequireAllCustomers(this ICaller caller)
    {
        if (caller.Reach.Only is not null)
            throw CustomerErrors.OnlyForWhoSeesAll();
    }
}
