namespace Auth0Connector.MockTenant.Users;

internal enum ConnectionKind
{
    Database,
    Imported,
    Google,
    Saml,
    Entra,
    GitHub,
    Sms,
    Email,
}
