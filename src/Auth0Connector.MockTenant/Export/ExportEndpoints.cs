using System.Collections.Concurrent;
using Auth0Connector.MockTenant.Data;
using Auth0Connector.MockTenant.Http;
using Auth0Connector.MockTenant.Limits;
using Microsoft.AspNetCore.Http;

namespace Auth0Connector.MockTenant.Export;

/// <summary>The export job and its file (reference 4.3).</summary>
internal sealed class ExportEndpoints(MockTenantOptions options, TenantModel model, Uri baseUrl)
{
    private readonly ConcurrentDictionary<string, ExportJob> _jobs = new(StringComparer.Ordinal);
    private readonly OpaqueIds _ids = new("job_", Mixing.Hash((ulong)options.Seed, 0x10B), int.MaxValue);
    private readonly ExportLinks _links = new(options, baseUrl);
    private readonly ExportFile _file = new(model);
    private int _created;

    public void AddTo(RouteTable routes)
    {
        routes.Add(new Route("POST", "jobs/users-exports", ScopeRule.Any("read:users"), LimitGroup.Other, CreateAsync));
        routes.Get("jobs/{id}", ScopeRule.Any("create:users", "read:users"), Get);
        routes.Add(new Route("GET", "export-files/{job}/{signature}", ScopeRule.None, LimitGroup.Storage, DownloadAsync)
        {
            IsProtected = false,
        });
    }

    private async Task CreateAsync(ApiCall call, CancellationToken cancellationToken)
    {
        if (!options.ExportJobs)
        {
            call.Fail(403, "Insufficient scope, expected any of: read:users", "insufficient_scope");
            return;
        }

        using var reader = new StreamReader(call.Context.Request.Body);
        ExportRequest request;
        try
        {
            request = ExportRequest.Parse(await reader.ReadToEndAsync(cancellationToken));
        }
        catch (FormatException problem)
        {
            call.Fail(400, problem.Message, "invalid_body");
            return;
        }

        if (request.ConnectionId is { } connection && model.Connections.Find(connection) < 0)
        {
            call.NotFound("The connection does not exist", "inexistent_connection");
            return;
        }

        var number = Interlocked.Increment(ref _created);
        var job = new ExportJob(
            _ids.At(number),
            options.Clock.GetUtcNow(),
            number <= options.FailingExportJobs,
            request.Limit,
            request.ConnectionId,
            request.Columns);
        _jobs[job.Id] = job;
        Write(call, job, "pending", share: 0);
    }

    private void Get(ApiCall call)
    {
        if (!_jobs.TryGetValue(call.Values[0], out var job))
        {
            call.NotFound("The job does not exist", "inexistent_job");
            return;
        }

        // A third of the time pending, the rest processing.
        var share = options.ExportDuration > TimeSpan.Zero
            ? (options.Clock.GetUtcNow() - job.Created) / options.ExportDuration
            : 1;
        Write(call, job, share < 1.0 / 3 ? "pending" : share < 1 ? "processing" : job.Fails ? "failed" : "completed", share);
    }

    private void Write(ApiCall call, ExportJob job, string status, double share) => call.WriteJson(writer =>
    {
        writer.WriteStartObject();
        writer.WriteString("id", job.Id);
        writer.WriteString("type", "users_export");
        writer.WriteString("status", status);
        writer.WriteString("created_at", Instant.Format(job.Created.ToUnixTimeMilliseconds()));
        writer.WriteString("format", "json");
        if (job.ConnectionId is not null)
        {
            writer.WriteString("connection_id", job.ConnectionId);
        }

        if (job.Limit is { } limit)
        {
            writer.WriteNumber("limit", limit);
        }

        writer.WriteStartArray("fields");
        foreach (var column in job.Columns)
        {
            writer.WriteStartObject();
            writer.WriteString("name", column.Name);
            if (column.WrittenAs != column.Name)
            {
                writer.WriteString("export_as", column.WrittenAs);
            }

            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        if (status == "processing")
        {
            writer.WriteNumber("percentage_done", (int)(share * 100));
            writer.WriteNumber("time_left_seconds", Math.Ceiling((1 - share) * options.ExportDuration.TotalSeconds));
        }

        if (status == "failed")
        {
            writer.WriteString("status_details", "The export job failed.");
        }

        if (status == "completed")
        {
            writer.WriteNumber("percentage_done", 100);
            writer.WriteString("location", _links.Create(job.Id));
        }

        writer.WriteEndObject();
    });

    // Object storage, not the API: no token, XML errors.
    private Task DownloadAsync(ApiCall call, CancellationToken cancellationToken)
    {
        if (call.Context.Request.Headers.Authorization.Count > 0)
        {
            Refuse(call, StatusCodes.Status400BadRequest, "InvalidArgument", "Only one auth mechanism allowed");
        }
        else if (!_jobs.TryGetValue(call.Values[0], out var job) || !_links.IsAlive(job.Id, call.Values[1]))
        {
            Refuse(call, StatusCodes.Status403Forbidden, "AccessDenied", "Request has expired");
        }
        else
        {
            call.ContentType = "application/octet-stream";
            call.SetHeader("Content-Disposition", "attachment; filename=\"mock.json.gz\"");
            call.Stream = (stream, token) => _file.WriteAsync(stream, job, token);
        }

        return Task.CompletedTask;
    }

    private static void Refuse(ApiCall call, int status, string code, string message)
    {
        call.Status = status;
        call.ContentType = "application/xml";
        call.Body.Append($"<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Error><Code>{code}</Code><Message>{message}</Message></Error>");
    }
}
