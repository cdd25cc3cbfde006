using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Auth0Connector.Service.Cloud;

namespace Auth0Connector.Service.Tests.Cloud;

/// <summary>The proxy that the environment names is on the way of tokens and calls alike.</summary>
public sealed class ProxyTests
{
    [Fact]
    public async Task Tokens_and_calls_go_through_the_proxy_and_failures_name_it()
    {
        var asked = new ConcurrentQueue<string>();
        var isOpen = true;
        await using var scene = await CloudScene.StartAsync();
        await using var proxy = new LoopbackServer((client, stop) => TunnelAsync(client, asked, () => Volatile.Read(ref isOpen), stop));
        var before = HttpClient.DefaultProxy;
        try
        {
            // For this cloud alone: other tests run beside this one.
            HttpClient.DefaultProxy = new ProxyOfOne(scene.Server.Port, new Uri($"http://127.0.0.1:{proxy.Port}/"));
            await using var through = new CloudClient(scene.Options with { UsesProxyForLoopback = true }, TimeProvider.System, scene.Log);
            await through.HelloAsync("", CloudScene.Metadata, CancellationToken.None);

            Assert.Equal([$"CONNECT {scene.Server.Host} HTTP/1.1"], asked);
            Assert.Equal(2, scene.Server.CallsSeen.Count);
            Volatile.Write(ref isOpen, false);
            await using var refused = new CloudClient(scene.Options with { UsesProxyForLoopback = true }, TimeProvider.System, scene.Log);
            var failure = await Assert.ThrowsAsync<CloudException>(() => refused.HelloAsync("", CloudScene.Metadata, CancellationToken.None));

            Assert.Equal(CloudFailure.Unreachable, failure.Failure);
            Assert.Equal($"cannot reach {scene.Server.Host}: the proxy does not let us through (403) (through the proxy 127.0.0.1:{proxy.Port})", failure.Message);
        }
        finally
        {
            HttpClient.DefaultProxy = before;
        }
    }

    private static async Task TunnelAsync(TcpClient client, ConcurrentQueue<string> asked, Func<bool> isOpen, CancellationToken stop)
    {
        await using var near = client.GetStream();
        var head = new StringBuilder();
        var letter = new byte[1];
        while (!head.ToString().EndsWith("\r\n\r\n", StringComparison.Ordinal) && await near.ReadAsync(letter, stop) > 0)
        {
            head.Append((char)letter[0]);
        }

        if (!isOpen())
        {
            await near.WriteAsync("HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\n\r\n"u8.ToArray(), stop);
            return;
        }

        var first = head.ToString().Split("\r\n")[0];
        asked.Enqueue(first);
        using var target = new TcpClient();
        await target.ConnectAsync(IPAddress.Loopback, int.Parse(first.Split(' ')[1].Split(':')[1]), stop);
        await near.WriteAsync("HTTP/1.1 200 OK\r\n\r\n"u8.ToArray(), stop);
        await using var far = target.GetStream();
        await Task.WhenAny(near.CopyToAsync(far, stop), far.CopyToAsync(near, stop));
    }

    private sealed class ProxyOfOne(int port, Uri proxy) : IWebProxy
    {
        public ICredentials? Credentials { get; set; }

        public Uri? GetProxy(Uri destination) => IsBypassed(destination) ? null : proxy;

        public bool IsBypassed(Uri host) => host.Port != port;
    }
}
