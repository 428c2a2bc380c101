using PlanetGraph.Engine.Tests.HardCases;

namespace PlanetGraph.Engine.Tests.Sessions;

/// <summary>The service gives each request a session: answers must not depend on who else asks.</summary>
public sealed class ConcurrencyTests(RepositoryData data) : IClassFixture<RepositoryData>
{
    [Fact]
    public void Standardize_ManySessionsAtOnce_AnswerLikeOne()
    {
        string[] addresses = [.. HardCase.Read("own-cases.jsonl").Select(hardCase => hardCase.Address)];
        string[] alone = Answers(addresses);
        string[][] together = new string[8][];
        Parallel.For(0, together.Length, i => together[i] = Answers(addresses));
        Assert.All(together, answers => Assert.Equal(alone, answers));
    }

    private string[] Answers(string[] addresses)
    {
        StandardizerSession session = data.Standardizer.CreateSession();
        return [.. addresses.Select(address => string.Join('|', session.Standardize(address).Segments))];
    }
}
