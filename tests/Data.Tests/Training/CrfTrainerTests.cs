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
        using TaggerModel model = TaggerModel.Read(WeightsTable.Build(Trained(), features, Options.BucketBits), "trained");

        Vector512<short> road = model.Weights(features[0]);

        Assert.Equal(TagLabel.Begin(TagKind.Road), Enumerable.Range(0, TagLabel.Count).MaxBy(label => road.GetElement(TagLabel.Lane(label))));
    }

    [Fact]
    public void Choose_MoreFeaturesThanRows_KeepsTheStrongestOfEachBucket()
    {
        uint[] features = [0x1000_0001, 0x1000_0002, 0x1000_0003, 0xF000_0001];
        TrainingSentence weak = new([0, 1, 2, 3], [0, 1, 2, 3, 4], [.. new[] { TagKind.Road, TagKind.Road, TagKind.Road, TagKind.Number }.Select(kind => (byte)TagLabel.Begin(kind))]);
        TrainingSentence strong = new([1, 2], [0, 1, 2], [(byte)TagLabel.Begin(TagKind.Village), (byte)TagLabel.Begin(TagKind.Poi)]);
        CrfTrainer trainer = new(features.Length, Options);
        trainer.Train([weak, .. Enumerable.Repeat(strong, 20)], (_, _) => { });

        Assert.Equal([1, 2, 3], WeightsTable.Choose(trainer, features, Options.BucketBits));
    }

    [Fact]
    public void Choose_FeatureThatItsNeighbourCouldBeTakenFor_HasNoRow()
    {
        uint[] features = [0x1000_0001, 0x1001_0001];

        Assert.Single(WeightsTable.Choose(Trained(), features, Options.BucketBits));
    }

    [Fact]
    public void Renumbered_SomeFeaturesLeftOut_KeepsTheOthersAtTheirTokens()
    {
        TrainingSentence sentence = new([4, 0, 2, 1, 4], [0, 2, 4, 5], [0, 1, 1]);

        TrainingSentence renumbered = sentence.Renumbered([7, -1, 8, -1, 9]);

        Assert.Equal([9, 7, 8, 9], renumbered.Features);
        Assert.Equal([0, 2, 3, 4], renumbered.Offsets);
        Assert.Equal(sentence.Labels, renumbered.Labels);
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
