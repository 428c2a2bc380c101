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

    /// <summary>The broker was not there, or not as it was: trying again may help.</summary>
    public static bool MayPass(Exception exception) => exception switch
    {
        OperationInterruptedException { ShutdownReason.ReplyCode: PreconditionFailed } refused => !IsDeclaration(refused),
        OperationInterruptedException { ShutdownReason.ReplyCode: NotImplemented } => false,
        RabbitMQClientException or IOException or TimeoutException or OperationCanceledException or ObjectDisposedException => true,
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
        ResourceLocked => $"a queue of the run is held exclusively by another connection ({text})",
        PreconditionFailed when Inequivalent().Match(text) is { Success: true } match =>
            $"the {match.Groups["kind"]} '{match.Groups["name"]}' exists with another {match.Groups["argument"]} than this version declares; "
            + $"delete it (rabbitmqctl delete_queue {match.Groups["name"]}) once no worker uses it, the ledger knows what is left to do ({text})",
        PreconditionFailed when text.Contains("timeout", StringComparison.OrdinalIgnoreCase) =>
            $"a worker held a message longer than the broker's consumer_timeout; raise consumer_timeout in rabbitmq.conf or use smaller chunks ({text})",
        PreconditionFailed => $"the broker at {options.Address} refused a queue or a message of the run ({text})",
        NotAllowed when text.Contains("vhost", StringComparison.Ordinal) =>
            $"the virtual host '{options.VirtualHost}' does not exist or the user '{options.Username}' may not enter it; "
            + $"create it (rabbitmqctl add_vhost) and grant permissions ({text})",
        NotImplemented => $"the broker at {options.Address} is too old or too new for what the run needs: RabbitMQ 3.10 or newer with quorum queues ({text})",
        ConnectionForced => $"the broker at {options.Address} closed the connection, as it does when it is stopped ({text})",
        _ => $"the broker at {options.Address} said {code}: {text}",
    };

    private static bool IsDeclaration(OperationInterruptedException refused) =>
        Inequivalent().IsMatch(refused.ShutdownReason!.ReplyText) || refused.ShutdownReason.ReplyText.Contains("invalid arg", StringComparison.Ordinal);

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
