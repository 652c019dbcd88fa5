using FluentValidation;
using MediatR;
using Microsoft.Extensions.DependencyInjection;
using MisterAssist.Application.Tests.Shared;

namespace MisterAssist.Application.Tests;

public sealed class ApplicationServicesTests
{
    private static readonly Type[] Types = typeof(ApplicationServices).Assembly.GetTypes();

    private static IEnumerable<TestCaseData> Requests => Contracts(typeof(IRequest<>));

    private static IEnumerable<TestCaseData> Handlers => Contracts(typeof(IRequestHandler<,>));

    private static IEnumerable<TestCaseData> Validators =>
        Types.Where(type => !type.IsAbstract && type.BaseType is { IsGenericType: true } parent
            && parent.GetGenericTypeDefinition() == typeof(AbstractValidator<>))
        .Select(type => new TestCaseData(type, typeof(IValidator<>).MakeGenericType(type.BaseType!.GetGenericArguments()))
            .SetArgDisplayNames(type.Name));

    [TestCaseSource(nameof(Requests))]
    public async Task AddApplication_EachRequest_HasExactlyOneHandler(Type request, Type contract)
    {
        var handler = typeof(IRequestHandler<,>).MakeGenericType(request, contract.GetGenericArguments()[0]);
        await using var application = new TestApplication();
        await using var scope = application.Services.CreateAsyncScope();

        var registered = scope.ServiceProvider.GetServices(handler).ToList();

        Assert.That(registered, Has.Count.EqualTo(1));
    }

    [TestCaseSource(nameof(Handlers))]
    public async Task AddApplication_EachHandler_IsTheOneRegistered(Type handler, Type contract)
    {
        await using var application = new TestApplication();
        await using var scope = application.Services.CreateAsyncScope();

        var registered = scope.ServiceProvider.GetRequiredService(contract);

        Assert.That(registered, Is.TypeOf(handler));
    }

    [TestCaseSource(nameof(Validators))]
    public async Task AddApplication_EachValidator_IsRegistered(Type validator, Type contract)
    {
        await using var application = new TestApplication();

        var registered = application.Services.GetServices(contract);

        Assert.That(registered.Select(v => v!.GetType()), Does.Contain(validator));
    }

    [Test]
    public void AddApplication_TheSetsAsked_AreNotEmpty()
    {
        var counts = new[] { Requests.Count(), Handlers.Count(), Validators.Count() };

        Assert.That(counts, Has.All.GreaterThan(3));
        Assert.That(counts[0], Is.EqualTo(counts[1]), "as many handlers as requests");
    }

    private static IEnumerable<TestCaseData> Contracts(Type open) =>
        from type in Types
        where !type.IsAbstract
        from contract in type.GetInterfaces()
        where contract.IsGenericType && contract.GetGenericTypeDefinition() == open
        select new TestCaseData(type, contract).SetArgDisplayNames(type.Name);
}
