using System.Buffers;
using System.Text;
using System.Text.Json;
using CsCheck;
using PlanetGraph.Service.Configuration;
using PlanetGraph.Service.Standardize;

namespace PlanetGraph.Service.Tests.Standardize;

public sealed class AddressBatchReaderTests
{
    private readonly AddressBatchReader reader = new(new RequestOptions());

    [Fact]
    public void Read_AnyTextsInAnyPieces_GivesTheSameTexts()
    {
        var texts = Gen.OneOf(Gen.String, Gen.Char['一', '龥'].Array[0, 40].Select(characters => new string(characters)))
            .Where(text => text.EnumerateRunes().All(rune => rune != Rune.ReplacementChar))
            .Array[0, 400];

        Gen.Select(texts, Gen.Int[1, 64]).Sample((addresses, piece) =>
        {
            var body = JsonSerializer.SerializeToUtf8Bytes(new { before = 1, addrs = addresses, after = new[] { "x" } });

            using var batch = reader.Read(InPieces(body, piece));

            var read = Enumerable.Range(0, batch.Count).Select(index => batch[index].ToString());
            Assert.Equal(addresses, read);
        }, iter: 400);
    }

    [Fact]
    public void Read_AnyBytes_EndsInAnAnswerOrARefusal() => Gen.OneOf(
            Gen.Byte.Array[0, 200],
            Gen.Select(Gen.String, Gen.Int[0, 60], (text, cut) =>
            {
                var body = JsonSerializer.SerializeToUtf8Bytes(new { addrs = new[] { text, "北京" } });
                return body[..Math.Min(cut, body.Length)];
            }))
        .Sample(body =>
        {
            try
            {
                using var batch = reader.Read(new ReadOnlySequence<byte>(body));
            }
            catch (RefusedRequestException refused)
            {
                Assert.NotEmpty(refused.Message);
            }
        }, iter: 2_000);

    private static ReadOnlySequence<byte> InPieces(byte[] body, int size)
    {
        Piece? first = null, last = null;
        for (var at = 0; at < body.Length; at += size)
        {
            var piece = new Piece(body.AsMemory(at, Math.Min(size, body.Length - at)), last);
            first ??= piece;
            last = piece;
        }

        return new ReadOnlySequence<byte>(first!, 0, last!, last!.Memory.Length);
    }

    private sealed class Piece : ReadOnlySequenceSegment<byte>
    {
        public Piece(ReadOnlyMemory<byte> memory, Piece? before)
        {
            Memory = memory;
            if (before is not null)
            {
                RunningIndex = before.RunningIndex + before.Memory.Length;
                before.Next = this;
            }
        }
    }
}
