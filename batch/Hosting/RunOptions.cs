using System.ComponentModel.DataAnnotations;
using PlanetGraph.Batch.Tasks;

namespace PlanetGraph.Batch.Hosting;

/// <summary>Section <c>Run</c>, the same for publisher and worker: which run they are part of.</summary>
public sealed class RunOptions : IValidatableObject
{
    /// <summary>The run's id; empty: made from the input path and the settings (<see cref="RunId.Of"/>).</summary>
    public string Id { get; set; } = "";

    /// <summary>Grows by one each time the user asks for the failed files again. Default: 0.</summary>
    [Range(0, int.MaxValue)]
    public int Attempt { get; set; }

    /// <summary>The input's path below the storage's root, such as <c>1613965896</c>; its files are in <c>input/</c> below it.</summary>
    [Required(AllowEmptyStrings = false, ErrorMessage = "Run:InputDataPath is empty; it names the folder below the storage's root that holds input/.")]
    public string InputDataPath { get; set; } = "";

    /// <summary>Default: jsonl.</summary>
    public OutputFormat OutputFormat { get; set; } = OutputFormat.Jsonl;

    /// <summary>The csv column with the address; empty: address, addr, 地址, else the only column.</summary>
    public string AddressColumn { get; set; } = "";

    /// <summary>Seconds from the run's start after which it is ended with exit code 4; 0: none. Default: 0.</summary>
    [Range(0, int.MaxValue)]
    public int DeadlineSeconds { get; set; }

    /// <summary>Everything here that changes the bytes of the result.</summary>
    public RunSettings Settings => new(InputDataPath, OutputFormat, AddressColumn.Length == 0 ? null : AddressColumn);

    /// <summary>The id given, or the one that follows from the settings.</summary>
    public RunId RunId => Id.Length == 0 ? RunId.Of(Settings) : RunId.Parse(Id);

    IEnumerable<ValidationResult> IValidatableObject.Validate(ValidationContext validationContext)
    {
        if (InputDataPath.StartsWith('/') || InputDataPath.Split('/').Any(part => part is "." or ".."))
        {
            yield return new ValidationResult($"Run:InputDataPath '{InputDataPath}' leaves the storage's root; give a relative path without '..'.");
        }

        if (Id.Length > 0 && IdFault() is { } fault)
        {
            yield return new ValidationResult($"Run:Id {fault}.");
        }
    }

    private string? IdFault()
    {
        try
        {
            _ = RunId.Parse(Id);
            return null;
        }
        catch (FormatException e)
        {
            return e.Message;
        }
    }
}
