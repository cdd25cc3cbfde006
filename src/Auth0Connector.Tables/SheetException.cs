namespace Auth0Connector.Tables;

/// <summary>A sheet that cannot be read; the message says where and why, and may be shown.</summary>
public sealed class SheetException(string message, Exception? innerException = null) : Exception(message, innerException);
