namespace Auth0Connector.ManagementApi.Http;

/// <summary>How large an answer may be, unpacked: a body without end must not take all memory.</summary>
internal static class AnswerSize
{
    /// <summary>64 MB, for every answer and for each line of an export.</summary>
    public const int MostBytes = 64 << 20;
}
