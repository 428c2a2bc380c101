using System.Globalization;
using System.Numerics;
using PlanetGraph.Data.Synthetic;
using PlanetGraph.Engine.Data;
using PlanetGraph.Engine.Matching;
using PlanetGraph.Engine.Tagging;
using PlanetGraph.Engine.Text;

namespace PlanetGraph.Data.Training;

/// <summary>Makes the synthetic addresses, extracts their features, trains, and writes the weights file.</summary>
internal sealed class TaggerTraining(IReadOnlyList<TownChain> towns, Gazetteer gazetteer, TrainingOptions options, TextWriter log)
{
    private readonly TokenSequence _tokens = new();
    private readonly DivisionTrace _trace = new();
    private readonly NormalizedText _normalized = new(gazetteer);
    private readonly DivisionMatcher _matcher = new(gazetteer);
    private readonly DivisionMatch[] _shown = new DivisionMatch[5 * DivisionMatcher.MaxMatches];
    private readonly uint[] _features = new uint[FeatureTemplates.Count];

    /// <summary>Trains and returns the bytes of the weights file.</summary>
    public byte[] Run()
    {
        DivisionCatalog catalog = new(towns);
        FeatureIndex index = new(Math.Clamp(9 + BitOperations.Log2((uint)options.Addresses), 16, 25));
        Log($"{options.Addresses} synthetic addresses: counting features");
        Each(catalog, _ =>
        {
            for (int token = 0; token < _tokens.Count; token++)
            {
                FeatureTemplates.Fill(_tokens, _trace, token, _features);
                foreach (uint feature in _features)
                {
                    index.Observe(feature);
                }
            }
        });
        index.Number(options.LeastCount);
        Log($"{index.Count} features occur {options.LeastCount} times or more");
        List<TrainingSentence> sentences = new(options.Addresses);
        List<int> numbers = [];
        Each(catalog, labels =>
        {
            numbers.Clear();
            int[] offsets = new int[_tokens.Count + 1];
            for (int token = 0; token < _tokens.Count; token++)
            {
                FeatureTemplates.Fill(_tokens, _trace, token, _features);
                foreach (uint feature in _features)
                {
                    int number = index.Find(feature);
                    if (number >= 0)
                    {
                        numbers.Add(number);
                    }
                }

                offsets[token + 1] = numbers.Count;
            }

            sentences.Add(new TrainingSentence([.. numbers], offsets, labels));
        });
        uint[] features = index.Features();
        CrfTrainer chooser = Train(sentences, features.Length, options with { Epochs = options.ChoosingEpochs });
        int[] chosen = WeightsTable.Choose(chooser, features, options.BucketBits);
        Log($"{chosen.Length} features chosen");
        int[] places = new int[features.Length];
        Array.Fill(places, -1);
        for (int i = 0; i < chosen.Length; i++)
        {
            places[chosen[i]] = i;
        }

        CrfTrainer trainer = Train([.. sentences.Select(sentence => sentence.Renumbered(places))], chosen.Length, options);
        byte[] bytes = WeightsTable.Build(trainer, [.. chosen.Select(feature => features[feature])], options.BucketBits);
        Log($"{bytes.Length} bytes");
        return bytes;
    }

    private CrfTrainer Train(IReadOnlyList<TrainingSentence> sentences, int features, TrainingOptions by)
    {
        CrfTrainer trainer = new(features, by);
        trainer.Train(sentences, (epoch, likelihood) => Log(string.Create(CultureInfo.InvariantCulture, $"epoch {epoch + 1} of {by.Epochs}: mean log-likelihood {likelihood:F3}")));
        return trainer;
    }

    private void Each(DivisionCatalog catalog, Action<byte[]> visit)
    {
        AddressComposer composer = new(catalog, options.Seed);
        SeededRandom hiding = new(options.Seed + 1);
        for (int i = 0; i < options.Addresses; i++)
        {
            LabelledAddress address = Normalize(composer.Next());
            string text = address.Text;
            _tokens.Read(text);
            _matcher.Read(text);
            int shown = 0;
            foreach (DivisionMatch match in _matcher.ByLevel())
            {
                if (!hiding.Chance(options.Hidden))
                {
                    _shown[shown++] = match;
                }
            }

            _trace.Read(_tokens, _shown.AsSpan(0, shown), 0);
            visit(Label(address));
        }
    }

    /// <summary>The address as the engine will see it, part by part, so that the labels stay where they are.</summary>
    private LabelledAddress Normalize(LabelledAddress address)
    {
        LabelledAddress normalized = new();
        foreach (LabelledPart part in address.Parts)
        {
            _normalized.Read(part.Text);
            normalized.Add(part.Kind, new string(_normalized.Span));
        }

        return normalized;
    }

    /// <summary>The label of each token: that of the part its first character lies in.</summary>
    private byte[] Label(LabelledAddress address)
    {
        byte[] labels = new byte[_tokens.Count];
        int token = 0;
        int end = 0;
        foreach (LabelledPart part in address.Parts)
        {
            end += part.Text.Length;
            bool first = true;
            while (token < _tokens.Count && _tokens.Starts[token] < end)
            {
                labels[token++] = (byte)(first ? TagLabel.Begin(part.Kind) : TagLabel.Inside(part.Kind));
                first = false;
            }
        }

        for (int i = 0; i < labels.Length; i++)
        {
            if (!TagLabel.MayFollow(i == 0 ? -1 : labels[i - 1], labels[i]))
            {
                labels[i]--;
            }
        }

        return labels;
    }

    private void Log(string line) => log.WriteLine(line);
}
