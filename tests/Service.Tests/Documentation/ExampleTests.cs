using System.Diagnostics;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using PlanetGraph.Testing.Servers;

namespace PlanetGraph.Service.Tests.Documentation;

public sealed partial class ExampleTests(SharedService shared)
{
    private readonly RunningService service = shared.Service;

    [Theory]
    [InlineData("docs/service.md")]
    [InlineData("docs/service.zh-CN.md")]
    public async Task Documentation_CurlExamples_AnswerAsWritten(string file)
    {
        var text = await File.ReadAllTextAsync(Path.Combine(RepositoryFolder.Path, file), TestContext.Current.CancellationToken);
        var examples = CurlAndAnswer().Matches(text);

        Assert.True(examples.Count >= 2);
        foreach (Match example in examples)
        {
            var answer = await RunAsync(example.Groups["command"].Value);
            Assert.Equal(example.Groups["answer"].Value, answer);
        }
    }

    [Fact]
    public async Task Samples_RequestsHttp_AreAllAnswered()
    {
        var text = await File.ReadAllTextAsync(Path.Combine(RepositoryFolder.Path, "samples/requests.http"), TestContext.Current.CancellationToken);
        var requests = text.Split("###", StringSplitOptions.RemoveEmptyEntries);

        Assert.True(requests.Length >= 10);
        foreach (var request in requests)
        {
            var lines = request.Split('\n');
            var start = lines[1].Split(' ');
            var body = string.Join('\n', lines.SkipWhile(line => line.Length > 0)).Trim();
            using var message = new HttpRequestMessage(new HttpMethod(start[0]), Here(start[1]))
            {
                Content = body.Length == 0 ? null : new StringContent(body, Encoding.UTF8, "application/json"),
            };
            using var answer = await service.Client.SendAsync(message, TestContext.Current.CancellationToken);
            Assert.True(answer.IsSuccessStatusCode, request);
        }
    }

    [Fact]
    public async Task OpenApi_Example_IsWhatTheServiceAnswers()
    {
        var document = JsonNode.Parse(await service.TextAsync("/openapi/v2.json"))!;
        var operation = document["paths"]!["/planet-graph/v2/address/standardize"]!["post"]!;

        using var answer = await service.PostAsync(operation["requestBody"]!["content"]!["application/json"]!["example"]!.ToJsonString());

        var example = operation["responses"]!["200"]!["content"]!["application/json"]!["example"]!;
        var answered = JsonNode.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Assert.Equal(example.ToJsonString(), answered!.ToJsonString());
    }

    private string Here(string url) => url.Replace("http://localhost:8080", service.Address.GetLeftPart(UriPartial.Authority), StringComparison.Ordinal);

    private async Task<string> RunAsync(string command)
    {
        using var shell = Process.Start(new ProcessStartInfo("bash", ["-c", Here(command) + " --silent --show-error"])
        {
            RedirectStandardOutput = true,
            StandardOutputEncoding = Encoding.UTF8,
        })!;
        var answer = await shell.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await shell.WaitForExitAsync(TestContext.Current.CancellationToken);
        return answer.Trim();
    }

    // ```bash, one curl command, ```, ```json, the answer, ```
    [GeneratedRegex("```bash\n(?<command>curl [^`]+)\n```\n```json\n(?<answer>[^`]+)\n```")]
    private static partial Regex CurlAndAnswer();
}
