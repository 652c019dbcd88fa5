using System.Text.Json;
using Microsoft.AspNetCore.Http.HttpResults;
using MisterAssist.Api.Json;

namespace MisterAssist.Api.Http;

/// <summary>How a whole list is written for other programs, item by item as it is read.</summary>
/// <param name="Name">Of the file, without its ending.</param>
/// <param name="Columns">Of the CSV.</param>
/// <param name="RowsOf">The rows of an item there.</param>
/// <param name="ToItem">An item as a line of JSON, the same as in a page.</param>
internal sealed record ListExport<T>(
    string Name, IReadOnlyList<string> Columns, Func<T, IEnumerable<IReadOnlyList<string?>>> RowsOf, Func<T, object> ToItem)
{
    /// <summary>As CSV, or else as lines of JSON.</summary>
    public PushStreamHttpResult Give(IAsyncEnumerable<T> items, string type, CancellationToken ct) => type == GivenDocuments.Csv
        ? TypedResults.Stream(body => WriteCsvAsync(items, body, ct), $"{type}; charset=utf-8; header=present", $"{Name}.csv")
        : TypedResults.Stream(body => WriteLinesAsync(items, body, ct), type, $"{Name}.ndjson");

    private async Task WriteLinesAsync(IAsyncEnumerable<T> items, Stream body, CancellationToken ct)
    {
        await foreach (var item in items.WithCancellation(ct))
        {
            await JsonSerializer.SerializeAsync(body, ToItem(item), ApiJson.Options, ct);
            await body.WriteAsync("\n"u8.ToArray(), ct);
        }
    }

    private async Task WriteCsvAsync(IAsyncEnumerable<T> items, Stream body, CancellationToken ct)
    {
        await using var writer = new StreamWriter(body, leaveOpen: true);
        await writer.WriteAsync(CsvRow.Of(Columns));
        await foreach (var item in items.WithCancellation(ct))
        {
            foreach (var row in RowsOf(item))
                await writer.WriteAsync(CsvRow.Of(row));
        }
    }
}
