namespace Auth0Connector.Analysis.Review;

/// <summary>A sheet that cannot be read; the message says where and why.</summary>
public sealed class ReviewException(string message) : Exception(message);
