using Auth0Connector.Cli;
using Auth0Connector.Cli.Shell;

return await CommandLine.RunAsync(args, Host.OfProcess());
