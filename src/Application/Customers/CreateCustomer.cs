using FluentValidation;
using MediatR;
using MisterAssist.Application.Events;
using MisterAssist.Application.Shared;
using MisterAssist.Domain.Customers;

namespace MisterAssist.Application.Customers;

/// <summary>Takes somebody on as a customer. Only who may see all customers can: another would not see the new one.</summary>
public sealed record CreateCustomerCommand(GivenCustomer Customer) : ICommand<Customer>;

internal sealed class CreateCustomerValidator : AbstractValidator<CreateCustomerCommand>
{
    public CreateCustomerValidator() => RuleFor(c => c.Customer).SetValidator(new GivenCustomerValidator()).OverridePropertyName("");
}

internal sealed class CreateCustomerHandler(ICustomerStore customers, ChangeLog log) : IRequestHandler<CreateCustomerCommand, Customer>
{
    public async Task<Customer> Handle(CreateCustomerCommand request, CancellationToken cancellationToken)
    {
        if (log.Reach.Only is not null)
            throw CustomerErrors.OnlyForWhoSeesAll();

        var now = log.Now;
        var customer = Customer.Register(request.Customer.ToDetails(), now);

        await customers.AddAsync(customer, cancellationToken);
        await log.TellAsync("customer.created", customer.Id, [], now, cancellationToken);
        return customer;
    }
}
