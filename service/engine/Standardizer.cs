using PlanetGraph.Engine.Customer;
using PlanetGraph.Engine.Data;
using PlanetGraph.Engine.Output;
using PlanetGraph.Engine.Tagging;

namespace PlanetGraph.Engine;

/// <summary>Turns Chinese addresses into standardized parts. Thread-safe; the work itself is done in sessions.</summary>
public sealed class Standardizer : IDisposable
{
    private readonly DivisionDirectory directory;

    private Standardizer(
        Gazetteer gazetteer, TaggerModel tagger, DivisionDirectory directory, CustomerOverlay overlay, IReadOnlyList<RejectedEntry> rejected)
    {
        Gazetteer = gazetteer;
        Tagger = tagger;
        this.directory = directory;
        Overlay = overlay;
        RejectedEntries = rejected;
    }

    /// <summary>What the data file says of itself.</summary>
    public DataVersion Version => Gazetteer.Version;

    /// <summary>Rows of the customer's dictionary that were left out; empty without a dictionary.</summary>
    public IReadOnlyList<RejectedEntry> RejectedEntries { get; }

    internal Gazetteer Gazetteer { get; }

    internal TaggerModel Tagger { get; }

    internal CustomerOverlay Overlay { get; }

    internal CustomerValues CustomerValues => Overlay.Values;

    internal bool IsDisposed { get; private set; }

    /// <summary>Maps a data file (data_stable.bin: divisions and the tagger's weights) into memory and checks it.</summary>
    /// <exception cref="GazetteerException">The file is missing, truncated, corrupt or of another version.</exception>
    public static Standardizer Open(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        DataFile file = DataFile.Open(path);
        Gazetteer gazetteer = new(file);
        return new Standardizer(gazetteer, ReadTagger(file, path), new DivisionDirectory(gazetteer), CustomerOverlay.None(gazetteer), []);
    }

    /// <summary>A session owns the scratch memory of one thread; keep it for many addresses.</summary>
    public StandardizerSession CreateSession() => new(this);

    /// <summary>Official names of all provinces, in order of their codes.</summary>
    public IReadOnlyList<string> Provinces() => directory.Provinces();

    /// <summary>Official names of the cities of a province; empty when there is no such province.</summary>
    public IReadOnlyList<string> Cities(string province) => directory.Cities(province);

    /// <summary>Official names of the regions (区县) of a city; empty when there is no such city. A null city lists the counties directly under the province.</summary>
    public IReadOnlyList<string> Regions(string province, string? city) => directory.Regions(province, city);

    /// <summary>Official names of the towns (街道/乡镇) of a region; a null region lists those directly below the city.</summary>
    public IReadOnlyList<string> Towns(string province, string? city, string? region) => directory.Towns(province, city, region);

    /// <summary>Standardizes one address and says why each part is what it is.</summary>
    public Explanation Explain(string address)
    {
        ArgumentNullException.ThrowIfNull(address);
        return CreateSession().Explain(address);
    }

    /// <summary>A standardizer that shares this one's data and knows the customer's names as well; the rows it cannot use are in <see cref="RejectedEntries"/>.</summary>
    public Standardizer WithDictionary(CustomerDictionary dictionary)
    {
        ArgumentNullException.ThrowIfNull(dictionary);
        OverlayBuilder builder = new(Gazetteer);
        CustomerOverlay overlay = builder.Build(dictionary);
        return new Standardizer(Gazetteer, Tagger, directory, overlay, builder.Rejected);
    }

    /// <inheritdoc/>
    public void Dispose() => IsDisposed = true;

    private static TaggerModel ReadTagger(DataFile file, string path)
    {
        try
        {
            return TaggerModel.Read(file.Section<byte>(SectionId.Weights).Span, $"The section of weights in {path}");
        }
        catch (TaggerException error)
        {
            throw new GazetteerException(error.Message, error);
        }
    }
}
