namespace Auth0Connector.ManagementApi.Records;

/// <summary>A job as <c>POST /jobs/users-exports</c> and <c>GET /jobs/{id}</c> give it (API reference, section 4.3).</summary>
public sealed record JobRecord
{
    /// <summary>Id, such as <c>job_...</c>; <see langword="null"/> only in a broken answer.</summary>
    public string? Id { get; init; }

    /// <summary><c>pending</c>, <c>processing</c>, <c>completed</c>, <c>failed</c>, <c>expired</c>, or something new.</summary>
    public string? Status { get; init; }

    /// <summary>Link to the file, good for 60 seconds; asking for the job again gives a fresh one. A secret of its own.</summary>
    public string? Location { get; init; }

    /// <summary>Masked: the link carries its own authorization.</summary>
    public override string ToString() => $"JobRecord {{ Id = {Id}, Status = {Status} }}";
}
