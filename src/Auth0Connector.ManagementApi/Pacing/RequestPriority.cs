namespace Auth0Connector.ManagementApi.Pacing;

/// <summary>Before whom a request goes that waits; its pace is that of its bucket all the same.</summary>
internal enum RequestPriority
{
    /// <summary>First come, first served.</summary>
    Ordinary,

    /// <summary>It is about a job that the tenant works on meanwhile; before what is ordinary in its group.</summary>
    Job,

    /// <summary>Somebody waits for it; before everything else, of every group.</summary>
    Urgent,
}
