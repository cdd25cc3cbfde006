namespace Auth0Connector.Provisioning.Accounts;

/// <summary>A first password that nobody knows: the person sets an own one by the tenant's reset.</summary>
public static class FirstPassword
{
    private const int Length = 32;
    private const string Upper = "ABCDEFGHJKLMNPQRSTUVWXYZ";
    private const string Lower = "abcdefghijkmnopqrstuvwxyz";
    private const string Digits = "23456789";
    private const string Marks = "!#%+-_=";

    private static readonly CharacterCount[] Least = [new(Upper, 4), new(Lower, 4), new(Digits, 4), new(Marks, 4)];

    /// <summary>32 characters of all sorts, which satisfies the strictest of Auth0's policies.</summary>
    public static string Create() => PasswordDraw.Create(Length, Least, Upper + Lower);
}
