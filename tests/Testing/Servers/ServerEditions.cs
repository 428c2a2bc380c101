namespace PlanetGraph.Testing.Servers;

/// <summary>
/// Which servers a test gets that asks for no particular one: the installed ones, or those of the Debian suite that <c>TEST_SERVERS</c>
/// names (trixie, sid), so that the whole suite of tests can be run against servers of another age: <c>eng/test-servers sid</c>.
/// </summary>
public static class ServerEditions
{
    private const string Variable = "TEST_SERVERS";

    public static RabbitMqEdition RabbitMq => Of(RabbitMqEdition.Installed, RabbitMqEdition.Trixie, RabbitMqEdition.Sid);

    public static DatabaseEdition Database => Of(DatabaseEdition.MariaDb, DatabaseEdition.MariaDbTrixie, DatabaseEdition.MySqlSid);

    private static T Of<T>(T installed, T trixie, T sid) => Environment.GetEnvironmentVariable(Variable) switch
    {
        null or "" => installed,
        "trixie" => trixie,
        "sid" => sid,
        var other => throw new ServerException($"{Variable} is '{other}'; it takes trixie, sid or nothing."),
    };
}
