using System.Security.Cryptography;

namespace Auth0Connector.Provisioning.Accounts;

/// <summary>A first password that nobody knows: the person sets an own one by the tenant's reset.</summary>
public static class FirstPassword
{
    private const string Letters = "ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";
    private const string Digits = "23456789";
    private const string Marks = "!#%+-_=";

    /// <summary>32 characters of all sorts, which satisfies the strictest of Auth0's policies.</summary>
    public static string Create() => new([
        .. RandomNumberGenerator.GetItems<char>(Letters, 24),
        .. RandomNumberGenerator.GetItems<char>(Digits, 4),
        .. RandomNumberGenerator.GetItems<char>(Marks, 4),
    ]);
}
