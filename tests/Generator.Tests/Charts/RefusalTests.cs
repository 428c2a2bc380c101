namespace PlanetGraph.Generator.Tests.Charts;

/// <summary>Wrong values: refused before anything reaches the cluster, by a sentence that names the key.</summary>
public sealed class RefusalTests
{
    [Theory]
    [InlineData(TestHelm.Main, "replicas=many", "replicas")]
    [InlineData(TestHelm.Main, "replicas=-1", "replicas")]
    [InlineData(TestHelm.Main, "replica=5", "replica")]
    [InlineData(TestHelm.Main, "endpoint.nodePort=70000", "endpoint.nodePort")]
    [InlineData(TestHelm.Main, "endpoint.type=Magic", "endpoint.type")]
    [InlineData(TestHelm.Main, "service.image.tga=1", "tga")]
    [InlineData(TestHelm.Main, "service.image.digest=abc", "service.image.digest")]
    [InlineData(TestHelm.Main, "service.probes.readiness.period=1", "period")]
    [InlineData(TestHelm.Main, "service.resources.request.cpu=1", "request")]
    [InlineData(TestHelm.Main, "service.resources.requests.cpu=lots", "service.resources.requests.cpu")]
    [InlineData(TestHelm.Main, "data.version=a b", "data.version")]
    [InlineData(TestHelm.Main, "endpoint.type=Ingress", "endpoint.host")]
    [InlineData(TestHelm.Main, "endpoint.type=Gateway", "endpoint.gateway.name")]
    [InlineData(TestHelm.Main, "endpoint.tlsSecret=tls", "endpoint.tlsSecret")]
    [InlineData(TestHelm.Main, "autoscaling.enabled=true,autoscaling.minReplicas=20", "autoscaling.minReplicas")]
    [InlineData(TestHelm.Main, "mysql.enabled=false,mysql.external.host=db", "mysql.auth.existingSecret")]
    [InlineData(TestHelm.Main, "data.path=../other", "data.path")]
    [InlineData(TestHelm.Main, "canary.data.path=/etc", "canary.data.path")]
    [InlineData(TestHelm.Main, "volume.type=local", "volume.nodes")]
    [InlineData(TestHelm.Main, "volume.type=nfs", "volume.nfs.server")]
    [InlineData(TestHelm.Main, "volume.type=existingClaim", "volume.existingClaim")]
    [InlineData(TestHelm.Batch, "inputDataPath=", "inputDataPath")]
    [InlineData(TestHelm.Batch, "inputDataPath=/etc", "inputDataPath")]
    [InlineData(TestHelm.Batch, "inputDataPath=a/../../etc", "inputDataPath")]
    [InlineData(TestHelm.Batch, "inputDataPath=a//b", "inputDataPath")]
    [InlineData(TestHelm.Batch, "inputDataPath=a;b", "inputDataPath")]
    [InlineData(TestHelm.Batch, "inputDataPath=a\"b", "inputDataPath")]
    [InlineData(TestHelm.Batch, "parallelism=-1", "parallelism")]
    [InlineData(TestHelm.Batch, "runId=Not Good", "runId")]
    [InlineData(TestHelm.Batch, "outputFormat=xml", "outputFormat")]
    [InlineData(TestHelm.Batch, "ledger.type=external", "ledger.host")]
    [InlineData(TestHelm.Batch, "ledger.type=external,ledger.host=db", "ledger.existingSecret")]
    [InlineData(TestHelm.Batch, "rabbitmq.enabled=false", "rabbitmq.external.host")]
    [InlineData(TestHelm.Batch, "rabbitmq.enabled=false,rabbitmq.external.host=mq", "rabbitmq.auth.existingSecret")]
    [InlineData(TestHelm.Batch, "volume.type=emptyDir", "volume.type")]
    public async Task Template_WrongValue_IsRefusedByItsName(string chart, string set, string named)
    {
        foreach (var helm in new[] { TestHelm.Old, TestHelm.Lab, TestHelm.New })
        {
            var result = await TestHelm.TemplateAsync(chart, null, "1.29.0", helm, set);

            Assert.NotEqual(0, result.ExitCode);
            // Helm 4 writes the place as a JSON pointer.
            Assert.Contains(named, result.Error.Replace("'/", "'", StringComparison.Ordinal).Replace('/', '.'), StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData(TestHelm.Main)]
    [InlineData(TestHelm.Batch)]
    public async Task Template_AsASubchart_TakesGlobalAndEnabled(string chart)
    {
        var result = await TestHelm.TemplateAsync(chart, null, "1.29.0", TestHelm.Lab, "enabled=true", "global.anything.else=1");

        Assert.True(result.ExitCode == 0, result.Error);
    }
}
