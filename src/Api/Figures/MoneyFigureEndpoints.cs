using System.ComponentModel.DataAnnotations;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using MisterAssist.Api.ApiKeys;
using MisterAssist.Api.OpenApi;
using MisterAssist.Api.Shared;
using MisterAssist.Application.Figures;
using MisterAssist.Domain.ApiKeys;
using MisterAssist.Domain.Customers;
using MisterAssist.Domain.Figures;
using MisterAssist.Domain.Interventions.Guarantees;
using MisterAssist.Domain.Shared;
using NodaTime.Text;

namespace MisterAssist.Api.Figures;

internal static class MoneyFigureEndpoints
{
    private const string OfMonths =
        " `from` and `to` are months in Rome, inclusive, at most 24; one alone is that month, none the present one. By month, plan and customer, or by "
        + "those alone that `groupBy` names; in that order.";

    public static void MapMoneyFigures(this IEndpointRouteBuilder v1)
    {
        var figures = v1.MapGroup("/figures").WithTags("Figures").RequireScope(Scope.InvoicesRead);
        figures.MapGet("/revenue", ListRevenueAsync).WithName("listRevenueFigures")
            .WithSummary("Tell what was earned")
            .WithDescription(
                "Without VAT, by the month of issue: all lines of issued invoices, less those of credit notes in the month in which those were issued. "
                + "So the figures of a month sum to what its documents sum to. Drafts, and what was not billed yet, do not count." + OfMonths)
            .WithExamples(null, (200, FigureExamples.Revenue));
        figures.MapGet("/guarantees", ListGuaranteesAsync).WithName("listGuaranteeFigures")
            .WithSummary("Tell which guarantees were given, and what they cost")
            .WithDescription(
                "What being late has cost, and what was not solved or our own fault: of each kind, how many interventions that ended in the month "
                + "triggered it, and how much it takes off, without VAT, on the work reports on them that stand issued. Of several guarantees on an item "
                + "the best takes off, once; what the plan includes anyway is not taken off by a guarantee. What is credited later changes nothing here."
                + OfMonths)
            .WithExamples(null, (200, FigureExamples.Guarantees));
    }

    private static async Task<Ok<PageResponse<RevenueFigureResponse>>> ListRevenueAsync(
        HttpResponse response, IMediator mediator, CancellationToken ct,
        MonthParameter? from = null,
        MonthParameter? to = null,
        WireId<CustomerKind>? customerId = null,
        EnumParameter<FigureDimension>[]? groupBy = null,
        [Range(1, Paging.MaxLimit)] int limit = Paging.DefaultLimit,
        [StringLength(Paging.MaxCursorLength)] string? cursor = null)
    {
        var (asked, list) = Asked("revenue", from, to, customerId, groupBy);
        var after = Paging.Decode(list, cursor, ToGroup)?.Group;
        var page = await mediator.Send(new ListRevenueFiguresQuery(asked, limit, after), ct);
        return TypedResults.Ok(page.ToResponse(list, revenue => KeyOf(revenue.Group), RevenueFigureResponse.Of, response));
    }

    private static async Task<Ok<PageResponse<GuaranteeFigureResponse>>> ListGuaranteesAsync(
        HttpResponse response, IMediator mediator, CancellationToken ct,
        MonthParameter? from = null,
        MonthParameter? to = null,
        WireId<CustomerKind>? customerId = null,
        EnumParameter<FigureDimension>[]? groupBy = null,
        [Range(1, Paging.MaxLimit)] int limit = Paging.DefaultLimit,
        [StringLength(Paging.MaxCursorLength)] string? cursor = null)
    {
        var (asked, list) = Asked("guarantees", from, to, customerId, groupBy);
        var after = Paging.Decode(list, cursor, ToPlace)?.Guarantees;
        var page = await mediator.Send(new ListGuaranteeFiguresQuery(asked, limit, after), ct);
        return TypedResults.Ok(page.ToResponse(
            list, given => [.. KeyOf(given.Group), SnakeCase.Of(given.Kind)], GuaranteeFigureResponse.Of, response));
    }

    private static (AskedFigures Asked, string List) Asked(
        string list, MonthParameter? from, MonthParameter? to, WireId<CustomerKind>? customer, EnumParameter<FigureDimension>[]? groupBy)
    {
        FigureDimension[] by = [.. (groupBy ?? []).Select(wanted => wanted.Value).Distinct().Order()];
        return (
            new(from?.Value, to?.Value, customer is { } id ? new CustomerId(id.Value) : null, by),
            $"{list} {from?.Value} {to?.Value} {customer} {string.Join(',', by)}");
    }

    private static string[] KeyOf(FigureGroup group) =>
        [group.Month is { } month ? YearMonthPattern.Iso.Format(month) : "", group.Plan?.Value ?? "", group.Customer?.ToString() ?? ""];

    private static FigurePlace? ToGroup(string[] key)
    {
        if (key is not [var month, var plan, var customer])
            return null;

        var (inMonth, of) = (default(MonthParameter), default(WireId<CustomerKind>));
        var isRead = (month.Length == 0 || MonthParameter.TryParse(month, null, out inMonth))
            && (customer.Length == 0 || WireId<CustomerKind>.TryParse(customer, null, out of));
        return !isRead
            ? null
            : new FigurePlace(new(
                month.Length == 0 ? null : inMonth.Value, plan.Length == 0 ? null : new(plan), customer.Length == 0 ? null : new(of.Value)));
    }

    private static FigurePlace? ToPlace(string[] key) =>
        key is [.. var group, var kind] && ToGroup(group) is { } place && EnumParameter<GuaranteeKind>.TryParse(kind, null, out var last)
            ? place with { Kind = last.Value }
            : null;

    /// <summary>Where a page ended.</summary>
    private readonly record struct FigurePlace(FigureGroup Group, GuaranteeKind Kind = default)
    {
        public GuaranteePlace Guarantees => new(Group, Kind);
    }
}
