namespace Auth0Connector.ManagementApi.Paging;

/// <summary>What the end of a listing is known from; nothing else is an end (docs/completeness.md, "What counts as evidence").</summary>
public enum EndEvidence
{
    /// <summary>One answer whose stated total, below the cap, equals its distinct ids: the same instant for all of it.</summary>
    SinglePage,

    /// <summary>The end mark of the checkpoint envelope that <c>take</c> asks for (API reference, section 3.3).</summary>
    EndMark,

    /// <summary>Two readings by number, one after the other and each to its end, that name the same ids.</summary>
    TwoReadings,

    /// <summary>
    /// A search in order of creation, always its first page, from the last one's instant on: nobody can be shifted away. Its
    /// last answer is a <see cref="SinglePage"/>.
    /// </summary>
    OrderedSearch,

    /// <summary>The trailer of an export's file, with the counts that search states by range.</summary>
    ExportAndCounts,

    /// <summary>The listing was divided into others, which end with evidence of their own.</summary>
    Parts,

    /// <summary>One thing, asked for by its id.</summary>
    ById,
}
