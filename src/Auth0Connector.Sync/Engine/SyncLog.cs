using Auth0Connector.AccessFile.Staging;
using Microsoft.Extensions.Logging;

namespace Auth0Connector.Sync.Engine;

/// <summary>What a sync says about the files it found.</summary>
internal sealed partial class SyncLog(ILogger logger)
{
    public void Opened(StagingFile file)
    {
        if (file.StartedOver is { } why)
        {
            StartsOver(why);
        }

        if (file.Former.Kept > 0 || file.Former.Dropped > 0)
        {
            Kept(file.Former.Kept, file.Former.Dropped);
        }

        if (file.Former.Unfinished.Count > 0)
        {
            DropsUnfinished(file.Former.Unfinished.Count, string.Join(", ", file.Former.Unfinished.Take(3)));
        }
    }

    public void Ended(StagingFile file)
    {
        if (file.EndMoved)
        {
            EndMoved();
        }
    }

    [LoggerMessage(200, LogLevel.Warning, "starting over: {Why}")]
    private partial void StartsOver(string why);

    [LoggerMessage(201, LogLevel.Debug, "former syncs: {Kept} stay in the file, {Dropped} go")]
    private partial void Kept(int kept, int dropped);

    [LoggerMessage(202, LogLevel.Warning, "the file held {Count} unfinished runs of another program, which are dropped: {SyncIds}")]
    private partial void DropsUnfinished(int count, string syncIds);

    [LoggerMessage(203, LogLevel.Warning, "a former sync in the file ends in the future: a clock is wrong, or it was written in local time; this one is dated after it, so that readers show it")]
    private partial void EndMoved();
}
