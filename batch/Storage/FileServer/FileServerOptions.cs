using System.ComponentModel.DataAnnotations;

namespace PlanetGraph.Batch.Storage.FileServer;

/// <summary>Section <c>Storage</c>, when its type is <c>fileserver</c>: input and results over HTTP, for clusters without a shared volume.</summary>
public sealed class FileServerOptions
{
    /// <summary>The file server's address, such as <c>http://planet-graph-fileserver:80</c>; input lies below <c>/{inputDataPath}/input/</c>,
    /// results below <c>/{inputDataPath}/result/</c>. Required.</summary>
    [Required(AllowEmptyStrings = false, ErrorMessage = "Storage:Url is empty; it names the file server, such as http://planet-graph-fileserver:80.")]
    [Url(ErrorMessage = "Storage:Url is no http address; give one such as http://planet-graph-fileserver:80.")]
    public string Url { get; set; } = "";

    /// <summary>How long the server may be away before the task at hand is given up. Default: 2 minutes.</summary>
    [Range(typeof(TimeSpan), "00:00:00.100", "1.00:00:00")]
    public TimeSpan Patience { get; set; } = TimeSpan.FromMinutes(2);

    /// <summary>How long the server may take to begin its answer. Default: 30 s.</summary>
    [Range(typeof(TimeSpan), "00:00:00.100", "00:10:00")]
    public TimeSpan AnswerTimeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>Requests in flight when many files are listed, moved or deleted. Default: 8.</summary>
    [Range(1, 256)]
    public int Parallelism { get; set; } = 8;
}
