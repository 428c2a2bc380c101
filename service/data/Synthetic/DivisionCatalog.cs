namespace PlanetGraph.Data.Synthetic;

/// <summary>A town with all that lies above it, by official names; city equals province in a municipality and is null under a province directly.</summary>
internal sealed record TownChain(string Province, string? City, string? Region, string Town, string[] Villages);

/// <summary>The divisions that synthetic addresses are made from.</summary>
internal sealed class DivisionCatalog
{
    private static readonly string[] Municipalities = ["北京市", "上海市", "天津市", "重庆市"];

    /// <summary>
    /// How many parcels go where, roughly: the coast gets more than its share of towns (State Post Bureau, parcels by province).
    /// Provinces that are not named weigh 1.
    /// </summary>
    private static readonly Dictionary<string, double> Weights = new()
    {
        ["浙江省"] = 8, ["广东省"] = 6, ["江苏省"] = 5, ["上海市"] = 10, ["北京市"] = 6, ["山东省"] = 2, ["福建省"] = 3, ["天津市"] = 3, ["重庆市"] = 1.5, ["安徽省"] = 1.5,
    };

    private readonly TownChain[] _towns;
    private readonly double[] _upTo;
    private readonly string[] _stems;

    public DivisionCatalog(IReadOnlyList<TownChain> towns)
    {
        _towns = [.. towns];
        _upTo = new double[_towns.Length];
        double total = 0;
        HashSet<string> stems = [];
        for (int i = 0; i < _towns.Length; i++)
        {
            TownChain town = _towns[i];
            total += Weights.GetValueOrDefault(town.Province, 1) * (town.Town.EndsWith("街道", StringComparison.Ordinal) ? 2.5 : 1);
            _upTo[i] = total;
            foreach (string village in town.Villages)
            {
                string core = DivisionNames.Core(village, 4);
                if (core.Length is 2 or 3 && core.All(c => !char.IsAscii(c)) && core.IndexOfAny(['第', '社', '居', '委', '路', '街']) < 0)
                {
                    stems.Add(core);
                }
            }
        }

        _stems = [.. stems.Order(StringComparer.Ordinal)];
    }

    /// <summary>Whether a province is a municipality.</summary>
    public static bool IsMunicipality(string province) => Array.IndexOf(Municipalities, province) >= 0;

    /// <summary>A town, more often where more parcels go.</summary>
    public TownChain Town(SeededRandom random)
    {
        int index = Array.BinarySearch(_upTo, random.Unit() * _upTo[^1]);
        return _towns[Math.Min(index < 0 ? ~index : index, _towns.Length - 1)];
    }

    /// <summary>Two or three characters that a village somewhere is named with: what local roads and quarters are named after.</summary>
    public string Stem(SeededRandom random) => random.Pick(_stems);
}
