namespace Auth0Connector.ManagementApi.Paging;

/// <summary>In which of its three shapes a listing answered (API reference, section 3.1).</summary>
internal enum AnswerForm
{
    /// <summary>A list and nothing around it: it says neither how many there are nor whether more follow.</summary>
    Bare,

    /// <summary>An object with <c>start</c>, <c>limit</c> or <c>total</c>: the answer to pages by number with totals.</summary>
    Numbered,

    /// <summary>An object with the list and at most <c>next</c>: the answer to <c>take</c>.</summary>
    Checkpoint,
}
