using PlanetGraph.Batch.Tasks;

namespace PlanetGraph.Batch.Tests.Tasks;

public sealed class RunIdTests
{
    [Fact]
    public void Of_SameSettings_IsTheSameRun() => Assert.Equal(RunId.Of(new RunSettings("1613965896")), RunId.Of(new RunSettings("1613965896")));

    [Fact]
    public void Of_AnySettingThatChangesTheOutput_IsAnotherRun()
    {
        var settings = new RunSettings("1613965896");
        RunSettings[] all = [settings, settings with { InputPath = "2" }, settings with { Format = OutputFormat.Csv }, settings with { AddressColumn = "地址" }];
        Assert.Equal(all.Length, all.Select(RunId.Of).Distinct().Count());
    }

    // Names the Job and the queues of runs in the field: another id for the same settings would run them again.
    [Fact]
    public void Of_KnownSettings_HasTheKnownId() => Assert.Equal("67c4f67d2168", RunId.Of(new RunSettings("1613965896")).Value);

    [Theory]
    [InlineData("a")]
    [InlineData("run-7")]
    [InlineData("1613965896")]
    public void Parse_KubernetesName_IsTaken(string name) => Assert.Equal(name, RunId.Parse(name).Value);

    [Theory]
    [InlineData("")]
    [InlineData("-a")]
    [InlineData("a-")]
    [InlineData("A")]
    [InlineData("a.b")]
    [InlineData("a\n")]
    [InlineData("12345678901234567890123456789012345678901")]
    public void Parse_OtherName_SaysWhatANameIs(string name) =>
        Assert.Contains("letters, digits", Assert.Throws<FormatException>(() => RunId.Parse(name)).Message, StringComparison.Ordinal);
}
