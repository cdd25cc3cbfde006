using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.Json;
using Auth0Connector.ControlPlane;
using Auth0Connector.ControlPlane.Protocol;
using Google.Protobuf;
using Grpc.Core;
using Grpc.Net.Client;
using Org.BouncyCastle.Crypto.Parameters;
using Org.BouncyCastle.Crypto.Signers;
using Encoder = System.Buffers.Text.Base64Url;
using Task = System.Threading.Tasks.Task;

namespace Auth0Connector.Service.Tests.ControlPlane;

/// <summary>A connector by hand, so that each of its requests can be made wrong in one thing.</summary>
internal sealed class RawConnector : IDisposable
{
    public const string HostName = "raw-host";

    private readonly ControlPlaneServer _server;
    private readonly SocketsHttpHandler _handler;
    private readonly GrpcChannel _channel;
    private readonly Ed25519PrivateKeyParameters _key;

    public RawConnector(ControlPlaneServer server, string? userAgent = "raw/1")
    {
        _server = server;
        _key = Key(server.Secret);
        var root = X509CertificateLoader.LoadCertificateFromFile(server.CaFile);
        _handler = new SocketsHttpHandler { AllowAutoRedirect = false };
        _handler.SslOptions.CertificateChainPolicy = new X509ChainPolicy
        {
            TrustMode = X509ChainTrustMode.CustomRootTrust,
            RevocationMode = X509RevocationMode.NoCheck,
        };
        _handler.SslOptions.CertificateChainPolicy.CustomTrustStore.Add(root);
        Http = new HttpClient(new Agent(userAgent) { InnerHandler = _handler });
        _channel = GrpcChannel.ForAddress(server.Url, new GrpcChannelOptions { HttpClient = Http });
        Client = new BatonService.BatonServiceClient(_channel);
    }

    public HttpClient Http { get; }

    public BatonService.BatonServiceClient Client { get; }

    public string Token { get; set; } = "";

    public Metadata Headers => new() { { "authorization", $"Bearer {Token}" } };

    public static BatonServiceHelloRequest Hello(string taskId = "") => new()
    {
        HostId = HostName,
        TaskId = taskId,
        BuildInfo = new() { LangVersion = "dotnet", Package = "raw", PackageVersion = "1" },
        OsInfo = new()
        {
            Hostname = "h",
            Os = "linux",
            Platform = "debian",
            PlatformVersion = "12",
            PlatformFamily = "debian",
            KernelVersion = "6",
            KernelArch = "x86_64",
            VirtualizationSystem = "none",
        },
        ConnectorMetadata = new() { DisplayName = "Raw" },
    };

    /// <summary>Buys a token and says Hello: what every connector begins with.</summary>
    public static async Task<RawConnector> GreetedAsync(ControlPlaneServer server)
    {
        var connector = new RawConnector(server);
        await connector.BuyAsync();
        await connector.Client.HelloAsync(Hello(), connector.Headers);
        return connector;
    }

    public async Task BuyAsync()
    {
        using var answer = await Http.PostAsync(TokenUrl, new FormUrlEncodedContent(Form()));
        answer.EnsureSuccessStatusCode();
        using var json = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
        Token = json.RootElement.GetProperty("access_token").GetString()!;
    }

    public Uri TokenUrl => new(_server.Url, "auth/v1/token");

    public Dictionary<string, string> Form(string? assertion = null) => new(StringComparer.Ordinal)
    {
        ["client_id"] = _server.Id,
        ["grant_type"] = "client_credentials",
        ["client_assertion_type"] = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer",
        ["client_assertion"] = assertion ?? Assertion(Header(), Claims()),
    };

    public Dictionary<string, object> Header() => new(StringComparer.Ordinal)
    {
        ["alg"] = "EdDSA",
        ["nonce"] = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16)),
    };

    public Dictionary<string, object> Claims()
    {
        var now = TimeProvider.System.GetUtcNow().ToUnixTimeSeconds();
        return new(StringComparer.Ordinal)
        {
            ["iss"] = _server.Id,
            ["sub"] = _server.Id,
            ["aud"] = "localhost",
            ["exp"] = now + 120,
            ["nbf"] = now - 120,
            ["iat"] = now,
        };
    }

    public string Assertion(Dictionary<string, object> header, Dictionary<string, object> claims)
    {
        var text = $"{Part(header)}.{Part(claims)}";
        var bytes = Encoding.ASCII.GetBytes(text);
        var signer = new Ed25519Signer();
        signer.Init(true, _key);
        signer.BlockUpdate(bytes, 0, bytes.Length);
        return $"{text}.{Encoder.EncodeToString(signer.GenerateSignature())}";
    }

    /// <summary>Uploads these messages and ends the stream.</summary>
    public async Task<BatonServiceUploadAssetResponse> UploadAsync(params BatonServiceUploadAssetRequest[] messages)
    {
        using var call = Client.UploadAsset(Headers);
        try
        {
            foreach (var message in messages)
            {
                await call.RequestStream.WriteAsync(message);
            }

            await call.RequestStream.CompleteAsync();
        }
        catch (RpcException)
        {
            // Answered early: the status is that of the call.
        }

        return await call.ResponseAsync;
    }

    public static BatonServiceUploadAssetRequest Begin(string taskId) => new() { Metadata = new() { HostId = HostName, TaskId = taskId } };

    public static BatonServiceUploadAssetRequest Data(params byte[] bytes) => new() { Data = new() { Data = ByteString.CopyFrom(bytes) } };

    public static BatonServiceUploadAssetRequest End(params byte[] whole) =>
        new() { Eof = new() { Sha256Checksum = ByteString.CopyFrom(SHA256.HashData(whole)) } };

    public void Dispose()
    {
        _channel.Dispose();
        Http.Dispose();
        _handler.Dispose();
    }

    private static Ed25519PrivateKeyParameters Key(string secret)
    {
        using var jwk = JsonDocument.Parse(Encoder.DecodeFromChars(secret.Split(':')[3]));
        return new Ed25519PrivateKeyParameters(Encoder.DecodeFromChars(jwk.RootElement.GetProperty("d").GetString()));
    }

    private static string Part(Dictionary<string, object> fields)
    {
        using var room = new MemoryStream();
        using (var json = new Utf8JsonWriter(room))
        {
            json.WriteStartObject();
            foreach (var (name, value) in fields)
            {
                json.WritePropertyName(name);
                if (value is string text)
                {
                    json.WriteStringValue(text);
                }
                else if (value is long number)
                {
                    json.WriteNumberValue(number);
                }
                else
                {
                    json.WriteRawValue(value.ToString()!);
                }
            }

            json.WriteEndObject();
        }

        return Encoder.EncodeToString(room.ToArray());
    }

    private sealed class Agent(string? name) : DelegatingHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            request.Headers.Remove("User-Agent");
            if (name is not null)
            {
                request.Headers.TryAddWithoutValidation("User-Agent", name);
            }

            return base.SendAsync(request, cancellationToken);
        }
    }
}
