using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using MySqlConnector;
using PlanetGraph.Service;
using PlanetGraph.Service.Configuration;
using PlanetGraph.Testing.Processes;
using PlanetGraph.Testing.Servers;

namespace PlanetGraph.Integration.Tests.Dictionary;

/// <summary>The dictionary in a real database: the tables of the documentation, a user that may only read, a database that is away.</summary>
/// <param name="servers">The assembly's servers.</param>
/// <param name="edition">Which database; null leaves it to <see cref="ServerEditions"/>.</param>
public abstract partial class DictionaryInDatabase(SharedServers servers, DatabaseEdition? edition)
{
    private static readonly string[] Tables =
        ["alias", "division", "company", "residential", "office", "mall", "business_circle"];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task EmptyDatabase_GetsTheTablesAndTheRowsOfTheDocumentationAnswer()
    {
        var database = await DatabaseAsync();
        var text = await File.ReadAllTextAsync(Path.Combine(RepositoryFolder.Path, "docs/dictionary.md"), Cancel);
        await using var service = await StartAsync(database);

        foreach (Match statements in Sql().Matches(text))
        {
            await ExecuteAsync(database, statements.Groups[1].Value);
        }

        var example = Request().Match(text);
        await Eventually.HoldsAsync(
            async () => await PostAsync(service, example.Groups["request"].Value) == example.Groups["answer"].Value,
            "the rows of the documentation are in use", cancel: Cancel);
        Assert.Equal(Tables.Length, await CountTablesAsync(database));
    }

    [Fact]
    public async Task UserThatMayOnlyRead_IsEnough()
    {
        var database = await DatabaseAsync();
        await ExecuteAsync(database, TableOf("mall") + "INSERT INTO planetgraph_mall (name) VALUES ('云谷天街')");
        var reader = await ReaderAsync(database);

        await using var service = await StartAsync(reader);

        Assert.Equal(1, (await StateAsync(service)).GetProperty("entries").GetProperty("mall").GetInt32());
        Assert.Equal(JsonValueKind.Null, (await StateAsync(service)).GetProperty("fault").ValueKind);
        Assert.Equal(1, await CountTablesAsync(database));
    }

    [Fact]
    public async Task WrongRows_AreNamedByTableAndIdAndTheRestHolds()
    {
        var database = await DatabaseAsync();
        await ExecuteAsync(database, TableOf("mall")
            + "INSERT INTO planetgraph_mall (id, name, city) VALUES (3, '云谷天街', '杭州市'), (7, '', NULL), (9, '天街', '没有市');"
            + "CREATE TABLE planetgraph_office (id INT PRIMARY KEY, title TEXT);"
            + TableOf("company").Replace("name VARCHAR(100)", "name BLOB", StringComparison.Ordinal) + "INSERT INTO planetgraph_company (name) VALUES ('云谷科技')");

        await using var service = await StartAsync(database);

        var state = await StateAsync(service);
        Assert.Equal(1, state.GetProperty("entries").GetProperty("mall").GetInt32());
        var rejected = state.GetProperty("rejected").EnumerateArray().ToDictionary(row => row.GetProperty("source").GetString()!, row => row.GetProperty("reason").GetString()!);
        Assert.Equal("The name is empty.", rejected["planetgraph_mall id 7"]);
        Assert.Equal("There is no city 没有市 in the divisions.", rejected["planetgraph_mall id 9"]);
        Assert.Contains("name", rejected["planetgraph_office"], StringComparison.Ordinal);
        Assert.Contains("is no text", rejected["planetgraph_company"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task DatabaseThatGoesAway_LeavesTheRowsInUseAndComesBack()
    {
        await using var server = await DatabaseServer.StartNewAsync(edition, Cancel);
        var database = new MySqlConnectionStringBuilder(await server.CreateDatabaseAsync(Cancel));
        await ExecuteAsync(database, TableOf("residential") + "INSERT INTO planetgraph_residential (name, official) VALUES ('星河湾', '第一')");
        await using var service = await StartAsync(database);

        await server.StopAsync(Cancel);
        await Eventually.HoldsAsync(async () => (await StateAsync(service)).GetProperty("fault").ValueKind == JsonValueKind.String, "the fault is told", cancel: Cancel);
        Assert.Equal("第一", await ResidentialAsync(service));

        await server.StartAsync(Cancel);
        await ExecuteAsync(database, "UPDATE planetgraph_residential SET official = '第二'");
        await Eventually.HoldsAsync(async () => await ResidentialAsync(service) == "第二", "the new row is in use", cancel: Cancel);
    }

    private static string TableOf(string kind) =>
        $"CREATE TABLE planetgraph_{kind} (id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY, name VARCHAR(100) NOT NULL, official VARCHAR(100), "
        + "province VARCHAR(100), city VARCHAR(100), region VARCHAR(100), town VARCHAR(100), note VARCHAR(255)) DEFAULT CHARACTER SET utf8mb4;";

    private async Task<MySqlConnectionStringBuilder> DatabaseAsync() => new(await (await servers.DatabaseAsync(edition)).CreateDatabaseAsync(Cancel));

    /// <summary>An account that may only read the database.</summary>
    private async Task<MySqlConnectionStringBuilder> ReaderAsync(MySqlConnectionStringBuilder database)
    {
        var server = await servers.DatabaseAsync(edition);
        var reader = await server.CreateReaderAsync(database.Database, Cancel);
        return new MySqlConnectionStringBuilder(reader);
    }

    private static async Task<WebApplication> StartAsync(MySqlConnectionStringBuilder database)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.AddPlanetGraphService(Settings.Of(
            ("server.port", "0"), ("server.address", "127.0.0.1"), ("logging.level.root", "critical"), ("planet-graph.dictionary.interval", "200ms"),
            ("spring.datasource.url", $"jdbc:mysql://{database.Server}:{database.Port}/{database.Database}?useSSL=false"),
            ("spring.datasource.username", database.UserID), ("spring.datasource.password", database.Password)));
        var app = builder.Build();
        app.MapPlanetGraphService();
        await app.StartAsync(Cancel);
        return app;
    }

    private static Uri AddressOf(WebApplication service, string path) =>
        new(new Uri(service.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single()), path);

    private static async Task<JsonElement> StateAsync(WebApplication service)
    {
        using HttpClient client = new();
        return JsonDocument.Parse(await client.GetStringAsync(AddressOf(service, "/planet-graph/v2/query/dictionary"), Cancel)).RootElement;
    }

    private static async Task<string> PostAsync(WebApplication service, string body)
    {
        using HttpClient client = new();
        using var answer = await client.PostAsync(
            AddressOf(service, "/planet-graph/v2/address/standardize"), new StringContent(body, Encoding.UTF8, "application/json"), Cancel);
        return await answer.Content.ReadAsStringAsync(Cancel);
    }

    private static async Task<string?> ResidentialAsync(WebApplication service) =>
        JsonDocument.Parse(await PostAsync(service, """{"addrs":["星河湾3号楼"]}""")).RootElement.GetProperty("addrs")[0].GetProperty("residential").GetString();

    private static async Task ExecuteAsync(MySqlConnectionStringBuilder database, string statements)
    {
        await using var connection = new MySqlConnection(database.ConnectionString);
        await connection.OpenAsync(Cancel);
        await using var command = new MySqlCommand(statements, connection);
        await command.ExecuteNonQueryAsync(Cancel);
    }

    private static async Task<int> CountTablesAsync(MySqlConnectionStringBuilder database)
    {
        await using var connection = new MySqlConnection(database.ConnectionString);
        await connection.OpenAsync(Cancel);
        await using var command = new MySqlCommand("SELECT COUNT(*) FROM information_schema.tables WHERE table_schema = DATABASE() AND table_name LIKE 'planetgraph\\_%'", connection);
        return Convert.ToInt32(await command.ExecuteScalarAsync(Cancel), System.Globalization.CultureInfo.InvariantCulture);
    }

    [GeneratedRegex("```sql\n([^`]+)```")]
    private static partial Regex Sql();

    [GeneratedRegex("curl [^']+'(?<request>[^']+)'\n```\n```json\n(?<answer>[^`\n]+)\n```")]
    private static partial Regex Request();
}
