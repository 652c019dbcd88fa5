using FluentValidation;
using MediatR;
using MisterAssist.Application.Events;
using MisterAssist.Application.Shared;
using MisterAssist.Domain.Customers;

namespace MisterAssist.Application.Customers;

/// <summary>Changes what is known of a customer.</summary>
public sealed record UpdateCustomerCommand(CustomerId Id, GivenCustomer Customer, KnownVersion Known) : ICommand<Customer>;

internal sealed class UpdateCustomerValidator : AbstractValidator<UpdateCustomerCommand>
{
    public UpdateCustomerValidator() => RuleFor(c => c.Customer).SetValidator(new GivenCustomerValidator()).OverridePropertyName("");
}

internal sealed class UpdateCustomerHandler(ICustomerStore customers, ChangeLog log) : IRequestHandler<UpdateCustomerCommand, Customer>
{
    public async Task<Customer> Handle(UpdateCustomerCommand request, CancellationToken cancellationToken)
    {
        var customer = await customers.FindAsync(request.Id, log.Reach, cancellationToken) ?? throw CustomerErrors.NotFound();
        request.Known.Require(customer.Version);

        var changes = customer.Change(request.Customer.ToDetails());
        if (changes.Count == 0)
            return customer;

        await customers.SaveAsync(customer, cancellationToken);
        await log.TellAsync("customer.updated", customer.Id, changes, log.Now, cancellationToken);
        return customer;
    }
}
