using System.Text.RegularExpressions;
using RabbitMQ.Client.Exceptions;

namespace PlanetGraph.Batch.Broker.RabbitMq;

/// <summary>Turns what the broker or the client library throws into a sentence that says what to do, and tells what may pass from what will not.</summary>
internal static partial class RabbitMqRefusal
{
    private const ushort AccessRefused = 403;
    private const ushort NotFound = 404;
    private const ushort ResourceLocked = 405;
    private const ushort PreconditionFailed = 406;
    private const ushort ConnectionForced = 320;
    private const ushort NotAllowed = 530;
    private const ushort NotImplemented = 540;

    // PRECONDITION_FAILED - message size 17825887 is larger than configured max size 16777216
    private const string TooLarge = "is larger than configured max size";

    /// <summary>The broker was not there, or not as it was: trying again may help.</summary>
    public static bool MayPass(Exception exception) => exception switch
    {
        OperationInterruptedException { ShutdownReason.ReplyCode: PreconditionFailed } refused => !IsForGood(refused.ShutdownReason.ReplyText),
        OperationInterruptedException { ShutdownReason.ReplyCode: NotImplemented } => false,
        RabbitMqBlockedException or RabbitMQClientException or IOException or TimeoutException or OperationCanceledException or ObjectDisposedException => true,
        System.Net.Sockets.SocketException => true,
        _ => false,
    };

    public static bool IsNotFound(Exception exception) =>
        exception is OperationInterruptedException { ShutdownReason.ReplyCode: NotFound };

    /// <summary>The sentence for a person.</summary>
    public static string Sentence(Exception exception, RabbitMqOptions options) => exception switch
    {
        _ when Find<AuthenticationFailureException>(exception) is not null =>
            $"the broker at {options.Address} does not know the user '{options.Username}' with this password: check broker.username and broker.password",
        _ when Find<OperationInterruptedException>(exception) is { ShutdownReason: { } reason } =>
            Sentence(reason.ReplyCode, reason.ReplyText, options),
        RabbitMqBlockedException =>
            $"the broker at {options.Address} takes no messages ({exception.Message}): free disk or memory on its node, "
            + "or lower disk_free_limit or raise vm_memory_high_watermark; it goes on by itself then",
        PublishException { IsReturn: true } => $"the broker at {options.Address} has no queue for the run's tasks (it may have lost its disk)",
        PublishException => $"the broker at {options.Address} refused a message: its disk or memory alarm may be on, or the queue may be full",
        BrokerUnreachableException or IOException or System.Net.Sockets.SocketException =>
            $"the broker at {options.Address} cannot be reached: {Innermost(exception).Message}",
        TimeoutException or OperationCanceledException => $"the broker at {options.Address} does not answer in time",
        _ => $"the broker at {options.Address}: {exception.Message}",
    };

    private static string Sentence(ushort code, string text, RabbitMqOptions options) => code switch
    {
        AccessRefused => $"the broker at {options.Address} does not let the user '{options.Username}' do this; "
            + $"grant configure, write and read on 'planet-graph\\..*' in this virtual host ({text})",
        NotFound => $"the broker at {options.Address} does not have what was asked for; it may have been deleted or the broker may have lost its disk ({text})",
        ResourceLocked => $"a queue of the run was declared by another program, which holds it exclusively; stop that program ({text})",
        PreconditionFailed when Inequivalent().Match(text) is { Success: true } match =>
            $"the {match.Groups["kind"]} '{match.Groups["name"]}' exists with another {match.Groups["argument"]} than this version declares; "
            + $"delete it (rabbitmqctl delete_queue {match.Groups["name"]}) once no worker uses it, the ledger knows what is left to do ({text})",
        PreconditionFailed when text.Contains(TooLarge, StringComparison.Ordinal) =>
            $"a task's message is larger than the broker at {options.Address} takes; lower run.packFiles, or raise max_message_size in rabbitmq.conf ({text})",
        PreconditionFailed when text.Contains("queue limit", StringComparison.Ordinal) =>
            $"the virtual host '{options.VirtualHost}' may have no more queues; delete queues of old runs or raise its max-queues "
            + $"(rabbitmqctl set_vhost_limits) ({text})",
        PreconditionFailed when text.Contains("timeout", StringComparison.OrdinalIgnoreCase) =>
            $"a worker held a message longer than the broker's consumer_timeout; raise consumer_timeout in rabbitmq.conf or use smaller chunks ({text})",
        PreconditionFailed => $"the broker at {options.Address} refused a queue or a message of the run ({text})",
        NotAllowed when text.Contains("connection limit", StringComparison.Ordinal) =>
            $"the broker at {options.Address} takes no more connections of the user '{options.Username}' or in the virtual host '{options.VirtualHost}'; "
            + $"raise max-connections (rabbitmqctl set_vhost_limits, set_user_limits) or run fewer workers ({text})",
        NotAllowed when text.Contains("vhost", StringComparison.Ordinal) =>
            $"the virtual host '{options.VirtualHost}' does not exist or the user '{options.Username}' may not enter it; "
            + $"create it (rabbitmqctl add_vhost) and grant permissions ({text})",
        NotImplemented => $"the broker at {options.Address} is too old or too new for what the run needs: RabbitMQ 3.10 or newer with quorum queues ({text})",
        ConnectionForced => $"the broker at {options.Address} closed the connection, as it does when it is stopped ({text})",
        _ => $"the broker at {options.Address} said {code}: {text}",
    };

    private static bool IsForGood(string text) =>
        Inequivalent().IsMatch(text) || text.Contains("invalid arg", StringComparison.Ordinal) || text.Contains(TooLarge, StringComparison.Ordinal);

    private static TException? Find<TException>(Exception? exception) where TException : Exception
    {
        for (; exception is not null; exception = exception.InnerException)
        {
            if (exception is TException found)
            {
                return found;
            }
        }

        return null;
    }

    private static Exception Innermost(Exception exception) => exception.InnerException is { } inner ? Innermost(inner) : exception;

    // PRECONDITION_FAILED - inequivalent arg 'x-delivery-limit' for queue 'planet-graph.work.1' in vhost '/': received '20' but current is '5'
    [GeneratedRegex(@"inequivalent arg '(?<argument>[^']+)' for (?<kind>queue|exchange) '(?<name>[^']+)'", RegexOptions.CultureInvariant)]
    private static partial Regex Inequivalent();
}
