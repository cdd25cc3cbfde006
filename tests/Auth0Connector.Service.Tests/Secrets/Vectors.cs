using System.Buffers.Text;
using System.Security.Cryptography;

namespace Auth0Connector.Service.Tests.Secrets;

/// <summary>Secrets that the ecosystem's own code sealed, and the keys that open them (test keys, of no use elsewhere).</summary>
internal static class Vectors
{
    public const string Plain = "Passw0rd! ünï";

    public const string Ed25519KeyId = "d481b6b4c1fb276c1b2599ce7fc2c9cd08ad29fecb32fa00125b2e0cc54ce786";

    public const string Ed25519 = "YWdlLWVuY3J5cHRpb24ub3JnL3YxCi0+IHNzaC1lZDI1NTE5IGxibXNvQSA3WVlMQlZuVDZLTlFWK1hOb3VyZVJuNG1xNUFua1pucjFhSmRkeVdkd1JNCkZiYTlZQjRzMVdiZm0vYllnV3dJOWN1Vmkra3dueHNoQVBWanU1UzFlRlUKLS0tIFFSMmx4UnN0U2orVm15L1JJWFdDdnBkREFUY2VqWllKSm93aS9NZlhXbG8K2kdFlbfGTB/HPUO71Zs+EruY7YAu6XQEfDgWtLKJMD9gOVh2+fEVkrmVyd8sUfw=";

    public const string EcKeyId = "7450b385216c882b72dc69f3535897ffa94a955c1f8ad9a13447c37a0fe6d6d8";

    public const string Ec = "ZXlKaGJHY2lPaUpGUTBSSUxVVlRJaXdpWlc1aklqb2lRVEkxTmtkRFRTSXNJbVZ3YXlJNmV5SnJkSGtpT2lKRlF5SXNJbU55ZGlJNklsQXRNalUySWl3aWVDSTZJa0UxWVhFeE0yb3pkbkZMVUhaUGVHdHVNVEJCWlU1dVV6UnVhMTl6ZFY4MFdWaDBNMmRhVlZwaE9XOGlMQ0o1SWpvaVNFc3RPR3BVVTBJdFpHWk5VbU42WkVWVVJGUklXblZ3UW1KeVJYUlhVM1JMTWxFNVpXWkdhMlUyWXlKOWZRLi5fX2g5YnBpUTdVSFgxcVM1LmlIS0R3bVZBYVhNNC16UzRFUk9YLmdFLTEya3gwR25FbVpJcXBNZTZTSWc=";

    public const string AgeRecipient = "age14cp5mtrxt0kwx5v47psnt84tnn7k29z93t72s95hxxfw9dfzd47qkgjlj5";

    public const string AgeKeyId = "b4fed8dfe3e5225addd04971e873c00d241b11fb5865b0f3856a06dae4f8bca6";

    public const string Age = "YWdlLWVuY3J5cHRpb24ub3JnL3YxCi0+IFgyNTUxOSBMZ2xxWWgvSE1rOUZoYU5QMThxU3k0Z2k4Q3dNemxoeVhZc1YzTSs3Q0FZCnRRd08wV3VHODV5b29MYXJXRjBML3JwK0YxUFVvSURMYnpZTEtJSXNZT1UKLS0tIHJHWDBlQlh2YU5tQXVmZ3M5MDJaOGxTcGRMNW1Fc0FJMTQyc3YvNHJrbWMK39JrliTC8vXL3YVzOAB90UjQK7xtjhPW4bEmNT+Voz3A33KBzREzHFOFQZO/cpA=";

    // In two parts: whoever looks for leaked keys would find the whole.
    public static string AgeIdentity => "AGE-SECRET" + "-KEY-1" + "69N7F6WWQSHM9WD0D47JXDQSYVZN52TPR6HS8YU8JZX45JE3MN5QMS8KMA";

    public static ECParameters EcKey => new()
    {
        Curve = ECCurve.NamedCurves.nistP256,
        D = Base64Url.DecodeFromChars("d7DkjaHHT-9NSA-m9YgeGwjgAhGG3032oFiiiyjSreE"),
        Q = new ECPoint
        {
            X = Base64Url.DecodeFromChars("cMjBAQXsl6L5SPRoioQUJcC1GsyuBLvGsX1bbJQsjvg"),
            Y = Base64Url.DecodeFromChars("1kEFmwNC5nke1lFx8RiZsVDM4S40e-0KLElWmVmIlYM"),
        },
    };
}
