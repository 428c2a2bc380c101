using System.ComponentModel.DataAnnotations;

namespace PlanetGraph.Batch.Storage;

/// <summary>Section <c>Storage</c>: where input and results are.</summary>
public sealed class StorageOptions
{
    /// <summary>Default: volume.</summary>
    [EnumDataType(typeof(StorageType), ErrorMessage = "Storage:Type is unknown; it is volume or fileserver.")]
    public StorageType Type { get; set; } = StorageType.Volume;

    /// <summary>Where the shared volume is mounted; input lies in <c>{root}/{inputDataPath}/input</c>, results in <c>{root}/{inputDataPath}/result</c>.
    /// Read for the volume only. Default: <c>/home/config</c>.</summary>
    [Required(AllowEmptyStrings = false, ErrorMessage = "Storage:Root is empty; it names the folder where the shared volume is mounted.")]
    public string Root { get; set; } = "/home/config";
}

/// <summary>How publisher and workers reach the files.</summary>
public enum StorageType
{
    /// <summary>A volume that all of them mount.</summary>
    Volume,

    /// <summary>The file server over HTTP.</summary>
    FileServer,
}
