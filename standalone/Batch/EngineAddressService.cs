using System.Buffers;
using System.Collections.Concurrent;
using System.Text;
using PlanetGraph.Batch.AddressService;
using PlanetGraph.Batch.Tasks;
using PlanetGraph.Engine;

namespace PlanetGraph.Standalone.Batch;

/// <summary>The engine in this process: the bytes that the service would answer, without HTTP between.</summary>
internal sealed class EngineAddressService(Standardizer standardizer) : IAddressService, IDisposable
{
    private readonly ConcurrentBag<StandardizerSession> _sessions = [];

    public int BatchesInFlight => 1;

    public ValueTask StandardizeAsync(Utf8Rows addresses, AnswerBatch answers, CancellationToken cancel)
    {
        if (!_sessions.TryTake(out var session))
        {
            session = standardizer.CreateSession();
        }

        var text = ArrayPool<char>.Shared.Rent(AddressErrors.LongestAddress);
        try
        {
            for (var row = 0; row < addresses.Count; row++)
            {
                var utf8 = addresses[row];
                if (utf8.Length > AddressErrors.LongestAddress && Encoding.UTF8.GetCharCount(utf8) is > AddressErrors.LongestAddress and var characters)
                {
                    answers.AddError(ErrorReason.AddressTooLong, AddressErrors.TooLong(characters));
                    continue;
                }

                var length = Encoding.UTF8.GetChars(utf8, text);
                session.WriteJson(text.AsSpan(0, length), answers.Writer);
                answers.EndAnswer();
            }
        }
        finally
        {
            ArrayPool<char>.Shared.Return(text);
        }

        _sessions.Add(session);
        return ValueTask.CompletedTask;
    }

    public void Dispose() => standardizer.Dispose();
}
