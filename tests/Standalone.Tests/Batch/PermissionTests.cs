using System.Runtime.Versioning;

namespace PlanetGraph.Standalone.Tests.Batch;

/// <summary>What this user may not read or write is said, and costs nothing else. Failing, rows would be missing without a word.</summary>
[UnsupportedOSPlatform("windows")]
public sealed class PermissionTests : IDisposable
{
    private const UnixFileMode Nothing = UnixFileMode.None;
    private const UnixFileMode ReadOnly = UnixFileMode.UserRead | UnixFileMode.UserExecute;
    private const UnixFileMode All = ReadOnly | UnixFileMode.UserWrite;

    private readonly InputFolder _folder = new();

    private string Closed => Path.Combine(_folder.Input, "closed");

    private string Secret => Path.Combine(_folder.Input, "secret.txt");

    [Fact]
    public async Task Batch_FileAndFolderWithoutPermission_AreReportedAndDoneWhenThePermissionIsThere()
    {
        _folder.Write("open.txt", "北京\n");
        _folder.Write("secret.txt", "上海\n");
        _folder.Write("closed/in.txt", "广州\n");
        File.SetUnixFileMode(Secret, Nothing);
        File.SetUnixFileMode(Closed, Nothing);

        var (code, said) = await PlanetGraphProgram.RunWithoutPrivilegesAsync("batch", "-i", _folder.Input, "-o", _folder.Output);
        Assert.True(code == 1, said);
        Assert.Contains("secret.txt: cannot read 'secret.txt': no permission", said);
        Assert.Contains("closed: cannot list the folder", said);
        Assert.Equal(["manifest.json", "open.txt.jsonl"], InputFolder.ResultsOf(_folder.Output).Keys);

        File.SetUnixFileMode(Secret, All);
        File.SetUnixFileMode(Closed, All);
        (code, said) = await PlanetGraphProgram.RunWithoutPrivilegesAsync("batch", "-i", _folder.Input, "-o", _folder.Output, "--resume");
        Assert.True(code == 0, said);
        Assert.Contains("上海市", Assert.Single(_folder.ResultLines("secret.txt.jsonl")));
        Assert.Contains("广州市", Assert.Single(_folder.ResultLines("closed/in.txt.jsonl")));
    }

    [Fact]
    public async Task Batch_InputFolderWithoutPermission_SaysSoAndExits2()
    {
        _folder.Write("a.txt", "北京\n");
        File.SetUnixFileMode(_folder.Input, Nothing);
        var (code, said) = await PlanetGraphProgram.RunWithoutPrivilegesAsync("batch", "-i", _folder.Input, "-o", _folder.Output);
        Assert.Equal(2, code);
        Assert.Contains($"--input {_folder.Input} may not be listed by this user", said);
        Assert.False(Directory.Exists(_folder.Output));
    }

    [Fact]
    public async Task Batch_OutputFolderWithoutPermission_SaysSoAndExits2()
    {
        _folder.Write("a.txt", "北京\n");
        Directory.CreateDirectory(_folder.Output, ReadOnly);
        var (code, said) = await PlanetGraphProgram.RunWithoutPrivilegesAsync("batch", "-i", _folder.Input, "-o", _folder.Output);
        Assert.Equal(2, code);
        Assert.Contains($"--output {_folder.Output} may not be written by this user", said);
    }

    public void Dispose()
    {
        foreach (var path in new[] { _folder.Input, _folder.Output, Closed }.Where(Directory.Exists))
        {
            File.SetUnixFileMode(path, All);
        }

        _folder.Dispose();
    }
}
