using System.CommandLine;
using System.CommandLine.Parsing;
using FluentValidation;
using MediatR;
using MisterAssist.Api.Shared;
using MisterAssist.Application.ApiKeys;
using MisterAssist.Application.Shared;
using MisterAssist.Domain.ApiKeys;
using MisterAssist.Domain.Customers;
using MisterAssist.Domain.Shared;
using NodaTime;

namespace MisterAssist.Api.ApiKeys;

/// <summary>The keys on the command line, for whoever runs the server: on the same database, whether or not it is running.</summary>
internal sealed class KeyCommands(IServiceProvider services)
{
    public const string Name = "keys";

    private const int MostDays = 3650;

    private delegate bool Reader<T>(string text, out T value);

    public Command All() => new(Name, "API keys.") { Create(), List(), Revoke() };

    private Command Create()
    {
        var name = new Option<string>("--name") { Required = true, Description = "Who will hold it, as timelines will show it." };
        var kind = new Option<KeyKind>("--kind")
        {
            Required = true,
            Description = "staff, partner or customer.",
            CustomParser = result => Each<KeyKind>(result, TryReadKind).FirstOrDefault(),
        };
        var scopes = new Option<Scope[]>("--scopes")
        {
            Required = true,
            Description = $"With commas between: {string.Join(", ", ScopeNames.All)}.",
            CustomParser = result => Each<Scope>(result, ScopeNames.TryParse),
        };
        var customers = new Option<CustomerId[]?>("--customers")
        {
            Description = "The ids of the customers that it may see, with commas between; all of them where it is not said.",
            CustomParser = result => Each<CustomerId>(result, TryReadCustomer),
        };
        var days = new Option<int?>("--expires-in-days") { Description = $"1 to {MostDays}; it works until it is revoked where it is not said." };
        days.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int?>() is < 1 or > MostDays)
                result.AddError($"--expires-in-days is a whole number from 1 to {MostDays}.");
        });

        var command = new Command("create", "Makes a key and prints its secret, which is never shown again.") { name, kind, scopes, customers, days };
        command.SetAction((asked, ct) => TryAsync(asked, async mediator =>
        {
            var end = asked.GetValue(days) is { } count
                ? Now() + Duration.FromDays(count)
                : (Instant?)null;
            // An option that is not there reads as an empty list, which is something else than all.
            var only = asked.GetResult(customers) is null ? null : asked.GetValue(customers);
            var issued = await mediator.Send(
                new CreateApiKeyCommand(asked.GetRequiredValue(name), asked.GetValue(kind), asked.GetRequiredValue(scopes), only, end), ct);
            await asked.InvocationConfiguration.Error.WriteLineAsync($"Made {issued.Key.Id}. Its secret, shown once:");
            await asked.InvocationConfiguration.Output.WriteLineAsync(issued.Secret.Reveal());
        }));
        return command;
    }

    private Command List()
    {
        var command = new Command("list", "Lists the keys, the newest first: id, status, kind, scopes, how the secret begins and ends, name.");
        command.SetAction((asked, ct) => TryAsync(asked, async mediator =>
        {
            var now = Now();
            Page<ApiKey>? page = null;
            do
            {
                page = await mediator.Send(new ListApiKeysQuery(Paging.MaxLimit, page?.Items[^1].Id), ct);
                foreach (var key in page.Items)
                    await asked.InvocationConfiguration.Output.WriteLineAsync(LineOf(key, now));
            }
            while (page.HasMore);
        }));
        return command;
    }

    private Command Revoke()
    {
        var id = new Argument<WireId<ApiKeyKind>>("id")
        {
            Description = "The id of the key.",
            CustomParser = result => Each<WireId<ApiKeyKind>>(result, TryReadKey).FirstOrDefault(),
        };
        var command = new Command("revoke", "Takes a key back, at once and for good.") { id };
        command.SetAction((asked, ct) => TryAsync(
            asked, mediator => mediator.Send(new RevokeApiKeyCommand(new(asked.GetValue(id).Value), KnownVersion.Any), ct)));
        return command;
    }

    private async Task<int> TryAsync(ParseResult asked, Func<IMediator, Task> work)
    {
        try
        {
            await services.GetRequiredService<IDatabase>().PrepareAsync(CancellationToken.None);
            await using var scope = services.CreateAsyncScope();
            await work(scope.ServiceProvider.GetRequiredService<IMediator>());
            return 0;
        }
        catch (Exception refusal) when (refusal is BusinessException or ValidationException or StoreException)
        {
            var reasons = refusal is ValidationException { Errors: var faults } ? faults.Select(fault => fault.ErrorMessage) : [refusal.Message];
            await asked.InvocationConfiguration.Error.WriteLineAsync(string.Join(Environment.NewLine, reasons));
            return 1;
        }
    }

    private Instant Now() => services.GetRequiredKeyedService<IClock>(WorldClock.Key).GetCurrentInstant();

    private static string LineOf(ApiKey key, Instant now) => string.Join('\t',
        key.Id,
        key.StatusAt(now),
        key.State.Kind,
        string.Join(',', key.State.Scopes.Select(scope => scope.Name())),
        $"{key.State.Secret.Prefix}…{key.State.Secret.LastFour}",
        key.State.Name);

    /// <summary>The values of an option that may be repeated, or have commas in it.</summary>
    private static T[] Each<T>(ArgumentResult given, Reader<T> read)
    {
        var values = new List<T>();
        foreach (var text in given.Tokens.SelectMany(token => token.Value.Split(',', StringSplitOptions.TrimEntries)))
        {
            if (read(text, out var value))
                values.Add(value);
            else
                given.AddError($"'{text}' is none that there is.");
        }

        return [.. values];
    }

    private static bool TryReadKind(string text, out KeyKind kind)
    {
        var read = EnumParameter<KeyKind>.TryParse(text, null, out var parameter);
        kind = parameter.Value;
        return read;
    }

    private static bool TryReadCustomer(string text, out CustomerId customer)
    {
        var read = WireId<CustomerKind>.TryParse(text, null, out var id);
        customer = new(id.Value);
        return read;
    }

    private static bool TryReadKey(string text, out WireId<ApiKeyKind> key) => WireId<ApiKeyKind>.TryParse(text, null, out key);
}
