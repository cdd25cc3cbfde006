using System.Security.Cryptography;

namespace Auth0Connector.ControlPlane.Tasks;

/// <summary>Ids of the form that the cloud gives to tasks.</summary>
public static class TaskIds
{
    private const string Characters = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

    /// <summary>A new one: 27 letters and digits.</summary>
    public static string Create() => RandomNumberGenerator.GetString(Characters, 27);
}
