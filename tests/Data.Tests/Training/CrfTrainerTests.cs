using System.Runtime.Intrinsics;
using PlanetGraph.Data.Training;
using PlanetGraph.Engine.Tagging;

namespace PlanetGraph.Data.Tests.Training;

/// <summary>The trainer on problems small enough to know the answer of.</summary>
public sealed class CrfTrainerTests
{
    private static readonly TrainingOptions Options = new() { Epochs = 20, Dropout = 0, LeastCount = 1, BucketBits = 4 };

    [Fact]
    public void Train_FeatureThatDecidesTheLabel_GetsTheGreatestWeightThere()
    {
        CrfTrainer trainer = Trained();

        Assert.Equal(TagLabel.Begin(TagKind.Road), ArgumentOfGreatest(trainer.Weights[..TagLabel.Count]));
        Assert.Equal(TagLabel.Begin(TagKind.Number), ArgumentOfGreatest(trainer.Weights.Slice(CrfTrainer.Stride, TagLabel.Count)));
    }

    [Fact]
    public void Train_LabelThatAlwaysFollows_MakesItsTransitionTheBest()
    {
        CrfTrainer trainer = Trained();
        ReadOnlySpan<float> afterRoad = trainer.Transitions.Slice((TagLabel.Begin(TagKind.Road) + 1) * CrfTrainer.Stride, TagLabel.Count);

        Assert.Equal(TagLabel.Begin(TagKind.Number), ArgumentOfGreatest(afterRoad));
    }

    [Fact]
    public void Train_EachEpoch_RaisesTheLikelihood()
    {
        List<double> likelihoods = [];
        new CrfTrainer(2, Options).Train(Sentences(), (_, likelihood) => likelihoods.Add(likelihood));

        Assert.Equal(likelihoods.Order(), likelihoods);
        Assert.All(likelihoods, likelihood => Assert.True(likelihood < 0, "a log-likelihood is never above 0"));
    }

    [Fact]
    public void Build_TrainedWeights_ComeBackFromTheFileWithTheirOrder()
    {
        uint[] features = [0x1234_5678, 0xFEDC_BA98];
        (byte[] bytes, int kept, int lost) = WeightsTable.Build(Trained(), features, Options.BucketBits);
        using TaggerModel model = TaggerModel.Read(bytes, "trained");

        Vector512<short> road = model.Weights(features[0]);

        Assert.Equal((2, 0), (kept, lost));
        Assert.Equal(TagLabel.Begin(TagKind.Road), Enumerable.Range(0, TagLabel.Count).MaxBy(label => road.GetElement(TagLabel.Lane(label))));
    }

    [Fact]
    public void Find_FeatureSeenTooSeldom_HasNoNumber()
    {
        FeatureIndex index = new(8);
        index.Observe(11);
        index.Observe(11);
        index.Observe(12);

        index.Number(2);

        Assert.Equal(1, index.Count);
        Assert.Equal(0, index.Find(11));
        Assert.Equal(-1, index.Find(12));
        Assert.Equal([11u], index.Features());
    }

    private static CrfTrainer Trained()
    {
        CrfTrainer trainer = new(2, Options);
        trainer.Train(Sentences(), (_, _) => { });
        return trainer;
    }

    /// <summary>Feature 0 is a road's beginning, feature 1 the number behind it.</summary>
    private static TrainingSentence[] Sentences() =>
        [.. Enumerable.Repeat(new TrainingSentence([0, 1], [0, 1, 2], [(byte)TagLabel.Begin(TagKind.Road), (byte)TagLabel.Begin(TagKind.Number)]), 20)];

    private static int ArgumentOfGreatest(ReadOnlySpan<float> values) => values.IndexOf(System.Numerics.Tensors.TensorPrimitives.Max(values));
}
