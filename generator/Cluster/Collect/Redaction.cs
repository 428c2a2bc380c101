using System.Text.RegularExpressions;

namespace PlanetGraph.Generator.Cluster.Collect;

/// <summary>Takes secrets out of what leaves the cluster.</summary>
public static partial class Redaction
{
    /// <summary>What stands where a secret stood.</summary>
    public const string Mark = "<redacted>";

    /// <summary>
    /// A text with the values of anything named like a secret replaced: <c>password: x</c>, <c>"token": "x"</c>, <c>PASSWORD=x</c>, and the user
    /// part of URLs such as <c>amqp://user:x@host</c>. Names stay, so that a reader sees what was set.
    /// </summary>
    public static string Of(string text)
    {
        text = Environment().Replace(text, "${head}" + Mark);
        text = Assignment().Replace(text, "${head}" + Mark);
        return UserInfo().Replace(text, "${head}" + Mark + "@");
    }

    // Names end in the secret's word, so that secretName: pg-mysql and passwordKey: root stay readable.
    // Raw forms: `  mysqlPassword: "x"`, `"token":"x"`, `RABBITMQ_ERLANG_COOKIE=x`, `--password x` is not one of ours.
    [GeneratedRegex("""(?<head>[\w.-]*(?:password|passwd|pwd|secret|token|cookie|license|licence)"?\s*[:=]\s*)(?:"[^"\n]+"|'[^'\n]+'|(?!\s|"|'|\{|\[|\||>|null\b)[^\s,;]+)""", RegexOptions.IgnoreCase)]
    private static partial Regex Assignment();

    // An environment variable of a pod:
    //   - name: MYSQL_PASSWORD
    //     value: x
    [GeneratedRegex("""(?<head>\bname:\s*"?[\w.-]*(?:password|passwd|pwd|secret|token|cookie)"?\s*\n\s*value:\s*)\S.*""", RegexOptions.IgnoreCase)]
    private static partial Regex Environment();

    [GeneratedRegex("""(?<head>\w+://[^\s:/@]*:)[^\s@/]+@""")]
    private static partial Regex UserInfo();
}
