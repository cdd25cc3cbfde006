using Auth0Connector.Benchmarks;
using Auth0Connector.Benchmarks.Cases;

var cases = new Dictionary<string, Func<NativeProgram, Task<IReadOnlyList<Figure>>>>(StringComparer.Ordinal)
{
    ["latency"] = LatencyCase.RunAsync,
    ["pacing"] = PacingCase.RunAsync,
    ["small"] = SmallCase.RunAsync,
    ["requests"] = RequestsCase.RunAsync,
    ["records"] = RecordsCase.RunAsync,
    ["million"] = MillionCase.RunAsync,
    ["former"] = FormerCase.RunAsync,
    ["scaling"] = ScalingCase.RunAsync,
    ["users-150000"] = ManyUsersCase.RunAsync,
    ["startup"] = StartupCase.RunAsync,
    ["reopen"] = ReopenCase.RunAsync,
    ["again"] = AgainCase.RunAsync,
    ["lists"] = ListsCase.RunAsync,
    ["diff"] = DiffCase.RunAsync,
    ["handing-on"] = HandingOnCase.RunAsync,
};

string[] asked = args is [] or ["all"] ? [.. cases.Keys] : args;
foreach (var unknown in asked.Where(name => !cases.ContainsKey(name)))
{
    await Console.Error.WriteLineAsync($"'{unknown}' is no benchmark; give some of {string.Join(", ", cases.Keys)}, or all");
    return 2;
}

var program = await NativeProgram.PublishAsync();
Console.WriteLine(Figure.Heading);
var missed = 0;
foreach (var name in asked)
{
    foreach (var figure in await cases[name](program))
    {
        Console.WriteLine(figure.ToLine(name));
        missed += figure.IsMet ? 0 : 1;
    }
}

Console.WriteLine(missed == 0 ? "All targets are met." : $"{missed} targets are missed.");
return missed == 0 ? 0 : 1;
