using MisterAssist.Application.Idempotency;
using NodaTime;

namespace MisterAssist.Api.Idempotency;

/// <summary>Holds an answer back while it is being written, until it is certain that what it tells has happened.</summary>
internal sealed class HeldAnswer : IDisposable
{
    private static readonly string[] Told =
        ["Cache-Control", "Content-Language", "Content-Type", "ETag", "Link", "Location", "Retry-After"];

    private readonly HttpContext _context;
    private readonly HttpResponse _response;
    private readonly Stream _caller;
    private readonly Endpoint? _endpoint;
    private readonly RouteValueDictionary _values;

    private MemoryStream _body = new();

    public HeldAnswer(HttpContext context)
    {
        (_context, _response, _caller) = (context, context.Response, context.Response.Body);
        (_endpoint, _values) = (context.GetEndpoint(), context.Request.RouteValues);
    }

    /// <summary>The request is as it came, and nothing of an answer is there: also where there was one of which nothing came.</summary>
    public void Begin()
    {
        Discard();
        _body = new();
        _response.Body = _body;
        PutBack();
    }

    public async Task<KeptAnswer> ReadAsync(KeyedRequest request, Instant now)
    {
        await _response.BodyWriter.FlushAsync(_context.RequestAborted);
        var headers = Told.Where(_response.Headers.ContainsKey).ToDictionary(name => name, name => _response.Headers[name].ToString());
        return new(request.Fingerprint, _response.StatusCode, headers, request.Seal.Close(_body.ToArray()), now);
    }

    /// <summary>Takes back what was written: there will be another answer, or none.</summary>
    public void Discard()
    {
        _response.Clear();
        _response.Body = _caller;
    }

    public Task SendAsync(CancellationToken ct)
    {
        _response.Body = _caller;
        return SendAsync(_response, _body.ToArray(), ct);
    }

    /// <summary>Gives an answer again that was given before.</summary>
    public static Task SendAsync(HttpResponse response, KeptAnswer answer, AnswerSeal seal, CancellationToken ct)
    {
        response.StatusCode = answer.Status;
        foreach (var (name, value) in answer.Headers)
            response.Headers[name] = value;
        return SendAsync(response, seal.Open(answer.Body), ct);
    }

    public void Dispose()
    {
        _response.Body = _caller;
        _body.Dispose();
        PutBack();
    }

    /// <summary>What goes wrong takes the operation off the request.</summary>
    private void PutBack()
    {
        _context.SetEndpoint(_endpoint);
        _context.Request.RouteValues = _values;
        if (_context.Request.Body.CanSeek)
            _context.Request.Body.Position = 0;
    }

    private static async Task SendAsync(HttpResponse response, byte[] body, CancellationToken ct)
    {
        if (body.Length == 0)
            return;

        response.ContentLength = body.Length;
        await response.Body.WriteAsync(body, ct);
    }
}
