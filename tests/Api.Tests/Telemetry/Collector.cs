using System.Collections.Concurrent;
using System.Net;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Logging;

namespace MisterAssist.Api.Tests.Telemetry;

/// <summary>Takes what is sent over OTLP, as a collector does.</summary>
internal sealed class Collector : IAsyncDisposable
{
    /// <summary>Before a message of gRPC stand a flag and its length.</summary>
    private const int GrpcPrefix = 5;

    private readonly WebApplication _server;
    private readonly ConcurrentQueue<byte[]> _traces = [];
    private readonly ConcurrentQueue<byte[]> _metrics = [];

    private Collector(WebApplication server) => _server = server;

    public Uri Address => new(_server.Urls.Single());

    public bool IsEmpty => _traces.IsEmpty && _metrics.IsEmpty;

    /// <summary>What came of both, as far as it is text.</summary>
    public string Text => string.Concat(_traces.Concat(_metrics).Select(Encoding.UTF8.GetString));

    /// <summary>The names, units and attributes of what was measured, among much else.</summary>
    public string Metrics => string.Concat(_metrics.Select(Encoding.UTF8.GetString));

    public IReadOnlyList<OtlpSpan> Spans => [.. _traces.SelectMany(OtlpSpan.In)];

    public static async Task<Collector> StartAsync(bool isGrpc)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(
            IPAddress.Loopback, 0, listen => listen.Protocols = isGrpc ? HttpProtocols.Http2 : HttpProtocols.Http1));
        var collector = new Collector(builder.Build());
        var post = collector._server;
        post.MapPost("/v1/traces", context => TakeAsync(context, collector._traces, 0));
        post.MapPost("/v1/metrics", context => TakeAsync(context, collector._metrics, 0));
        post.MapPost(
            "/opentelemetry.proto.collector.trace.v1.TraceService/Export", context => TakeAsync(context, collector._traces, GrpcPrefix));
        post.MapPost(
            "/opentelemetry.proto.collector.metrics.v1.MetricsService/Export", context => TakeAsync(context, collector._metrics, GrpcPrefix));
        await post.StartAsync();
        return collector;
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    private static async Task TakeAsync(HttpContext context, ConcurrentQueue<byte[]> taken, int prefix)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body, context.RequestAborted);
        taken.Enqueue(body.ToArray()[prefix..]);
        if (prefix == 0)
            return;

        context.Response.ContentType = "application/grpc";
        await context.Response.Body.WriteAsync(new byte[GrpcPrefix], context.RequestAborted);
        context.Response.AppendTrailer("grpc-status", "0");
    }
}

/// <summary>What is read of a span; ids in hexadecimal.</summary>
internal sealed record OtlpSpan(string TraceId, string Id, string ParentId, string Name, string Text)
{
    // Fields of ExportTraceServiceRequest, ResourceSpans, ScopeSpans and Span in OpenTelemetry's protocol.
    private const int ResourceSpans = 1, ScopeSpans = 2, Span = 2, TraceIdOf = 1, SpanIdOf = 2, ParentIdOf = 4, NameOf = 5;

    public static IEnumerable<OtlpSpan> In(byte[] request) =>
        from resource in Fields(request, ResourceSpans)
        from scope in Fields(resource, ScopeSpans)
        from span in Fields(scope, Span)
        select new OtlpSpan(
            Hex(span, TraceIdOf), Hex(span, SpanIdOf), Hex(span, ParentIdOf), Encoding.UTF8.GetString(Fields(span, NameOf).Single()),
            Encoding.UTF8.GetString(span));

    private static string Hex(byte[] message, int field) => Convert.ToHexStringLower(Fields(message, field).SingleOrDefault([]));

    /// <summary>The fields of a number that have a length.</summary>
    private static List<byte[]> Fields(byte[] message, int wanted)
    {
        var found = new List<byte[]>();
        for (var at = 0; at < message.Length;)
        {
            var key = Number(message, ref at);
            switch (key & 7)
            {
                case 0:
                    Number(message, ref at);
                    break;
                case 1:
                    at += 8;
                    break;
                case 5:
                    at += 4;
                    break;
                default:
                    var length = Number(message, ref at);
                    if (key >> 3 == wanted)
                        found.Add(message[at..(at + length)]);
                    at += length;
                    break;
            }
        }

        return found;
    }

    private static int Number(byte[] message, ref int at)
    {
        var (number, shift, next) = (0, 0, 0);
        do
        {
            next = message[at++];
            if (shift < 32)
                number |= unchecked((next & 0x7F) << shift);
            shift += 7;
        }
        while (next >= 0x80);
        return number;
    }
}
