using System.IO.Hashing;
using CsCheck;
using PlanetGraph.Batch.Assembly;

namespace PlanetGraph.Batch.Tests.Assembly;

public sealed class ResumableXxHash64Tests
{
    [Fact]
    public void Finish_WrittenDownAndResumedAnywhere_IsTheHashOfTheWhole() =>
        Gen.Byte.Array[0, 200].Array[0, 6].Sample(blocks =>
        {
            var state = "";
            foreach (var block in blocks)
            {
                var hash = ResumableXxHash64.Resume(state);
                hash.Append(block);
                state = hash.State;
            }

            var expected = XxHash64.HashToUInt64(blocks.SelectMany(block => block).ToArray()).ToString("x16");
            Assert.Equal(expected, ResumableXxHash64.Resume(state).Finish());
        });
}
