using System.Text;

namespace PlanetGraph.Standalone.Tests.Batch;

/// <summary>One run over a folder in which nearly everything is wrong.</summary>
public sealed class BadInputRun : IAsyncLifetime
{
    private readonly InputFolder _folder = new();

    public int Code { get; private set; }

    public string Output { get; private set; } = "";

    public async ValueTask InitializeAsync()
    {
        _folder.Write("binary.txt", [.. Enumerable.Range(0, 4096).Select(number => (byte)(number * 31 % 256))]);
        _folder.Write("scan.pdf", "%PDF-1.7");
        _folder.Write("no column.csv", "a,b\n1,2\n");
        _folder.Write("quotes.csv", "id,address\n1,\"北京市\n朝阳区\"\n2,上海市\n");
        _folder.Write("mixed ends.txt", "北京\r\n上海\n广州\r\n深圳");
        _folder.Write("invalid.txt", [.. "北京\n"u8, 0xE5, 0x8C, (byte)'\n', .. Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("上海\n", 198)))]);
        _folder.Write("nul.txt", "北京\0市\n上海\n");
        _folder.Write("名 字 'with\" quotes.txt", "北京\n");
        _folder.Write("broken.jsonl", "{\"addr\":\"北京\"}\n{not json}\n{\"id\":1}\n{\"addr\":\"上海\"}\n");
        _folder.Write("long.txt", Encoding.UTF8.GetBytes("北京\n" + new string('长', 5000) + "\n上海\n"));
        _folder.Write("empty.txt", "");
        File.CreateSymbolicLink(Path.Combine(_folder.Input, "outside"), "/etc");
        (Code, Output) = await PlanetGraphProgram.RunAsync("batch", "-i", _folder.Input, "-o", _folder.Output);
    }

    public string[] Lines(string path) => _folder.ResultLines(path);

    public bool Has(string path) => File.Exists(Path.Combine(_folder.Output, path));

    public string Manifest => File.ReadAllText(Path.Combine(_folder.Output, "manifest.json"));

    public ValueTask DisposeAsync()
    {
        _folder.Dispose();
        return ValueTask.CompletedTask;
    }
}
