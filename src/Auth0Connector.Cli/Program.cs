using Auth0Connector.Cli;

return await CommandLine.RunAsync(args, Host.OfProcess());
