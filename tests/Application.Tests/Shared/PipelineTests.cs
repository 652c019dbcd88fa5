using FluentValidation;
using MediatR;
using Microsoft.Extensions.DependencyInjection;
using MisterAssist.Application.Shared;

namespace MisterAssist.Application.Tests.Shared;

public sealed class PipelineTests
{
    private TestApplication _application = null!;

    private IReadOnlyList<string> Entries => _application.Journal.Entries;

    [SetUp]
    public void Start() => _application = new(services => services
        .AddScoped<IRequestHandler<ProbeCommand, int>, ProbeHandler>()
        .AddScoped<IRequestHandler<ProbeQuery, int>, ProbeHandler>()
        .AddScoped<IValidator<ProbeCommand>, ProbeCommandValidator>()
        .AddScoped<IValidator<ProbeQuery>, ProbeQueryValidator>());

    [TearDown]
    public async Task Stop() => await _application.DisposeAsync();

    [Test]
    public async Task Send_Command_IsLoggedAroundValidationAroundTransactionAroundHandler()
    {
        var answer = await _application.SendAsync(new ProbeCommand(1));

        Assert.That(answer, Is.EqualTo(1));
        Assert.That(Entries, Is.EqualTo(new[] { "validate", "begin", "handle", "commit", "log Debug: ProbeCommand" }));
    }

    [Test]
    public async Task Send_Query_RunsWithoutATransaction()
    {
        await _application.SendAsync(new ProbeQuery(1));

        Assert.That(Entries, Is.EqualTo(new[] { "validate", "handle", "log Debug: ProbeQuery" }));
    }

    [Test]
    public void Send_CommandThatIsInvalid_BeginsNoTransaction()
    {
        var failure = Assert.ThrowsAsync<ValidationException>(() => _application.SendAsync(new ProbeCommand(-1)));

        Assert.That(failure!.Errors.Select(e => e.PropertyName), Is.EqualTo(new[] { "Number" }));
        Assert.That(Entries, Is.EqualTo(new[] { "validate", "log Debug: ProbeCommand" }));
    }

    [Test]
    public void Send_CommandWhoseHandlerThrows_RollsBack()
    {
        Assert.ThrowsAsync<TimeoutException>(() => _application.SendAsync(new ProbeCommand(0)));

        Assert.That(Entries, Is.EqualTo(new[] { "validate", "begin", "handle", "roll back", "log Debug: ProbeCommand" }));
    }

    [Test]
    public async Task Send_SeveralValidators_TellAllTheirFaults()
    {
        await using var application = new TestApplication(services => services
            .AddScoped<IRequestHandler<ProbeQuery, int>, ProbeHandler>()
            .AddScoped<IValidator<ProbeQuery>, ProbeQueryValidator>()
            .AddScoped<IValidator<ProbeQuery>, ProbeQueryValidator>());

        var failure = Assert.ThrowsAsync<ValidationException>(() => application.SendAsync(new ProbeQuery(-1)));

        Assert.That(failure!.Errors.Count(), Is.EqualTo(2));
    }

    private sealed record ProbeCommand(int Number) : ICommand<int>;

    private sealed record ProbeQuery(int Number) : IRequest<int>;

    private sealed class ProbeCommandValidator : AbstractValidator<ProbeCommand>
    {
        public ProbeCommandValidator(Journal journal)
        {
            RuleFor(c => c).Custom((_, _) => journal.Add("validate"));
            RuleFor(c => c.Number).GreaterThanOrEqualTo(0);
        }
    }

    private sealed class ProbeQueryValidator : AbstractValidator<ProbeQuery>
    {
        public ProbeQueryValidator(Journal journal)
        {
            RuleFor(q => q).Custom((_, _) => journal.Add("validate"));
            RuleFor(q => q.Number).GreaterThanOrEqualTo(0);
        }
    }

    private sealed class ProbeHandler(Journal journal) : IRequestHandler<ProbeCommand, int>, IRequestHandler<ProbeQuery, int>
    {
        public Task<int> Handle(ProbeCommand request, CancellationToken cancellationToken) => Answer(request.Number);

        public Task<int> Handle(ProbeQuery request, CancellationToken cancellationToken) => Answer(request.Number);

        private Task<int> Answer(int number)
        {
            journal.Add("handle");
            return number == 0 ? throw new TimeoutException() : Task.FromResult(number);
        }
    }
}
