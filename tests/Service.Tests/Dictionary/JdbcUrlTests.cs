using MySqlConnector;
using PlanetGraph.Service.Configuration;
using PlanetGraph.Service.Dictionary;

namespace PlanetGraph.Service.Tests.Dictionary;

/// <summary>Customers bring the address their Java programs have; it must mean the same here, or be refused at start.</summary>
public sealed class JdbcUrlTests
{
    [Theory]
    [InlineData("jdbc:mysql://mysql/planet", "mysql", 3306, "planet")]
    [InlineData("jdbc:mysql://10.0.0.7:32000/planet_graph?useSSL=false&serverTimezone=Asia/Shanghai", "10.0.0.7", 32000, "planet_graph")]
    [InlineData("jdbc:mariadb://[::1]:3307/p", "::1", 3307, "p")]
    public void Parse_JavasAddress_GivesHostPortAndDatabase(string url, string host, int port, string database)
    {
        Assert.True(JdbcUrl.TryParse(url, out var connection));

        Assert.Equal((host, (uint)port, database), (connection.Server, connection.Port, connection.Database));
    }

    [Theory]
    [InlineData("", MySqlSslMode.Preferred)]
    [InlineData("?useSSL=false", MySqlSslMode.Disabled)]
    [InlineData("?sslMode=VERIFY_CA&useSSL=false", MySqlSslMode.VerifyCA)]
    [InlineData("?sslMode=required", MySqlSslMode.Required)]
    public void Parse_JavasEncryption_IsObeyed(string options, MySqlSslMode mode)
    {
        Assert.True(JdbcUrl.TryParse($"jdbc:mysql://h/d{options}", out var connection));

        Assert.Equal(mode, connection.SslMode);
    }

    [Theory]
    [InlineData("mysql://h/d")]
    [InlineData("jdbc:postgresql://h/d")]
    [InlineData("jdbc:mysql://h:0/d")]
    [InlineData("jdbc:mysql://h:70000/d")]
    [InlineData("jdbc:mysql://h1,h2/d")]
    [InlineData("jdbc:mysql://user:secret@h/d")]
    [InlineData("jdbc:mysql://h")]
    public void Settings_WithAnotherAddress_AreRefusedWithTheKey(string url)
    {
        var error = Assert.Throws<SettingsException>(() => Settings.Of(("spring.datasource.url", url)));

        Assert.Contains("spring.datasource.url", error.Message, StringComparison.Ordinal);
        Assert.Contains("jdbc:mysql://host:3306/database", error.Message, StringComparison.Ordinal);
    }
}
