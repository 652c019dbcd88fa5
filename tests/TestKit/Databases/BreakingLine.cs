using System.Buffers.Binary;
using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using Microsoft.Data.SqlClient;

namespace MisterAssist.TestKit.Databases;

/// <summary>Where a line breaks at the next commit.</summary>
public enum CommitCut
{
    None,

    /// <summary>The server does not hear of it.</summary>
    BeforeTheServer,

    /// <summary>The server has done it, and the client does not hear of that.</summary>
    BeforeTheClient,
}

/// <summary>The line to a SQL Server, which a test can let break: it passes on what both say, packet by packet.</summary>
public sealed class BreakingLine : IAsyncDisposable
{
    private const int UsualPort = 1433;
    private const int HeaderLength = 8;
    private const int TlsHeaderLength = 5;
    private const byte TransactionRequest = 0x0E;
    private const byte TlsFirst = 0x14;
    private const byte TlsLast = 0x17;
    private const ushort Commit = 7;

    private readonly (string Host, int Port) _server;
    private readonly CancellationTokenSource _end = new();
    private readonly ConcurrentDictionary<Link, bool> _links = [];

    private readonly IPEndPoint _here;

    private TcpListener _listener = new(IPAddress.Loopback, 0);
    private volatile bool _isSilent;
    private int _cut;

    /// <param name="connectionString">Of the server.</param>
    public BreakingLine(string connectionString)
    {
        var parts = new SqlConnectionStringBuilder(connectionString);
        var address = parts.DataSource.Replace("tcp:", "", StringComparison.OrdinalIgnoreCase).Split(',');
        _server = (address[0], address.Length > 1 ? int.Parse(address[1], System.Globalization.CultureInfo.InvariantCulture) : UsualPort);
        Listen();
        _here = (IPEndPoint)_listener.LocalEndpoint;
        parts.DataSource = $"{_here.Address},{_here.Port}";
        // What is encrypted cannot be told apart.
        parts.Encrypt = SqlConnectionEncryptOption.Optional;
        parts.TrustServerCertificate = true;
        ConnectionString = parts.ToString();
    }

    /// <summary>Of the server, over this line.</summary>
    public string ConnectionString { get; }

    /// <summary>The next commit that comes breaks it, this once.</summary>
    public void CutAtCommit(CommitCut cut) => Interlocked.Exchange(ref _cut, (int)cut);

    /// <summary>Every connection breaks, and none can be made.</summary>
    public void Break()
    {
        _listener.Stop();
        Cut();
    }

    /// <summary>Nothing is passed on any more, and nothing breaks either.</summary>
    public void Silence() => _isSilent = true;

    /// <summary>It works again; what was under way is lost.</summary>
    public void Mend()
    {
        _isSilent = false;
        Cut();
        if (_listener.Server.IsBound)
            return;

        _listener = new(_here);
        Listen();
    }

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        Break();
        _listener.Dispose();
        _end.Dispose();
    }

    private void Listen()
    {
        _listener.Start();
        _ = AcceptAsync(_listener);
    }

    private void Cut()
    {
        foreach (var link in _links.Keys)
            link.Dispose();
    }

    private async Task AcceptAsync(TcpListener listener)
    {
        try
        {
            while (true)
                _ = ServeAsync(await listener.AcceptTcpClientAsync(_end.Token));
        }
        catch (Exception over) when (over is OperationCanceledException or SocketException or ObjectDisposedException or InvalidOperationException)
        {
            // Nobody listens any more.
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        using var link = new Link(client, new TcpClient { NoDelay = true });
        _links[link] = true;
        try
        {
            await link.Server.ConnectAsync(_server.Host, _server.Port, _end.Token);
            await await Task.WhenAny(TellServerAsync(link), TellClientAsync(link));
        }
        catch (Exception broken) when (broken is IOException or SocketException or ObjectDisposedException or OperationCanceledException or InvalidOperationException)
        {
            // As it is meant to.
        }
        finally
        {
            _links.TryRemove(link, out _);
        }
    }

    private async Task TellServerAsync(Link link)
    {
        var (from, to) = (link.Client.GetStream(), link.Server.GetStream());
        while (await ReadPacketAsync(from) is { } packet)
        {
            var cut = IsCommit(packet) ? (CommitCut)Interlocked.Exchange(ref _cut, (int)CommitCut.None) : CommitCut.None;
            if (cut == CommitCut.BeforeTheServer)
                return;

            link.IsCutAtAnswer |= cut == CommitCut.BeforeTheClient;
            await WaitWhileSilentAsync();
            await to.WriteAsync(packet, _end.Token);
        }
    }

    private async Task TellClientAsync(Link link)
    {
        var (from, to) = (link.Server.GetStream(), link.Client.GetStream());
        var buffer = new byte[32 * 1024];
        for (int read; (read = await from.ReadAsync(buffer, _end.Token)) > 0;)
        {
            if (link.IsCutAtAnswer)
                return;

            await WaitWhileSilentAsync();
            await to.WriteAsync(buffer.AsMemory(0, read), _end.Token);
        }
    }

    private async Task WaitWhileSilentAsync()
    {
        while (_isSilent)
            await Task.Delay(10, _end.Token);
    }

    /// <summary>A packet of the protocol, or of the encryption within which the client says who it is; null where it has gone.</summary>
    private async Task<byte[]?> ReadPacketAsync(NetworkStream from)
    {
        var header = new byte[TlsHeaderLength];
        if (await from.ReadAtLeastAsync(header, header.Length, throwOnEndOfStream: false, _end.Token) < header.Length)
            return null;

        var length = header[0] is >= TlsFirst and <= TlsLast
            ? TlsHeaderLength + BinaryPrimitives.ReadUInt16BigEndian(header.AsSpan(3))
            : BinaryPrimitives.ReadUInt16BigEndian(header.AsSpan(2));
        var packet = new byte[length];
        header.CopyTo(packet, 0);
        await from.ReadExactlyAsync(packet.AsMemory(header.Length), _end.Token);
        return packet;
    }

    /// <summary>Behind its header a request about transactions has others, whose length they begin with, and then its kind.</summary>
    private static bool IsCommit(byte[] packet) =>
        packet[0] == TransactionRequest
        && HeaderLength + BinaryPrimitives.ReadInt32LittleEndian(packet.AsSpan(HeaderLength)) is var kind
        && BinaryPrimitives.ReadUInt16LittleEndian(packet.AsSpan(kind)) == Commit;

    private sealed class Link(TcpClient client, TcpClient server) : IDisposable
    {
        public TcpClient Client { get; } = client;

        public TcpClient Server { get; } = server;

        public bool IsCutAtAnswer { get; set; }

        public void Dispose()
        {
            // At once, as a line breaks, and not with a farewell.
            Client.Client?.Close(0);
            Client.Dispose();
            Server.Dispose();
        }
    }
}
