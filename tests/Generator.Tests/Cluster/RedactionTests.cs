using PlanetGraph.Generator.Cluster.Collect;

namespace PlanetGraph.Generator.Tests.Cluster;

public sealed class RedactionTests
{
    private const string Leak = "hunter2!x";

    [Theory]
    [InlineData("password: " + Leak)]
    [InlineData("  mysqlRootPassword: \"" + Leak + "\"")]
    [InlineData("\"token\": \"" + Leak + "\",")]
    [InlineData("RABBITMQ_ERLANG_COOKIE=" + Leak)]
    [InlineData("spring.datasource.password=" + Leak)]
    [InlineData("connecting to amqp://user:" + Leak + "@broker:5672/")]
    [InlineData("- name: MYSQL_PASSWORD\n  value: " + Leak)]
    [InlineData("        - name: \"BROKER_PASSWORD\"\n          value: '" + Leak + "'")]
    public void Of_SecretInAnyForm_IsGone(string text)
    {
        var redacted = Redaction.Of(text);

        Assert.DoesNotContain(Leak, redacted, StringComparison.Ordinal);
        Assert.Contains(Redaction.Mark, redacted, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("secretName: pg-mysql")]
    [InlineData("existingSecretKey: root")]
    [InlineData("secretKeyRef:\n  name: pg-mysql\n  key: password\n")]
    [InlineData("2026-11-26T10:00:00Z 37 rows, 2 errors")]
    [InlineData("http://pg-planet-graph-service:8080/planet-graph/v2")]
    public void Of_WhatIsNoSecret_StaysReadable(string text) => Assert.Equal(text, Redaction.Of(text));
}
