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

internal sealed class CreateCustomerHandler(ICustomerStore customers, Occasion occasion) : IRequestHandler<CreateCustomerCommand, Customer>
{
    public async Task<Customer> Handle(CreateCustomerCommand request, CancellationToken cancellationToken)
    {
        if (occasion.Reach.Only is not null)
            throw CustomerErrors.OnlyForWhoSeesAll();

        var now = occasion.Now;
        var customer = Customer.Register(request.Customer.ToDetails(), now);

        await customers.AddAsync(customer, cancellationToken);
        await occasion.TellAsync("customer.created", customer.Id, [], now, cancellationToken);
        return customer;
    }
}
