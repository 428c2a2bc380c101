using System.ComponentModel.DataAnnotations;

namespace PlanetGraph.Batch.Broker.RabbitMq;

/// <summary>Section <c>Broker</c>: where the broker is and how patient to be with it.</summary>
public sealed class RabbitMqOptions
{
    /// <summary>The broker's host name. Required.</summary>
    [Required(AllowEmptyStrings = false, ErrorMessage = "Broker:Host is empty; it names the host of the RabbitMQ that carries the tasks.")]
    public string Host { get; set; } = "";

    /// <summary>The AMQP port. Default: 5672.</summary>
    [Range(1, 65535)]
    public int Port { get; set; } = 5672;

    /// <summary>The virtual host. Default: <c>/</c>.</summary>
    [Required]
    public string VirtualHost { get; set; } = "/";

    /// <summary>The account. Required.</summary>
    [Required(AllowEmptyStrings = false, ErrorMessage = "Broker:Username is empty; it names the account for RabbitMQ.")]
    public string Username { get; set; } = "";

    /// <summary>The account's password; an empty one is taken as it is.</summary>
    public string Password { get; set; } = "";

    /// <summary>What the connections are called in the broker's management page. Default: the machine's name.</summary>
    [Required]
    public string ClientName { get; set; } = Environment.MachineName;

    /// <summary>How long the broker may be away, without a single success, before <see cref="BrokerUnavailableException"/>. Default: 5 minutes.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "24:00:00")]
    public TimeSpan Patience { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>The first pause before trying again; it doubles up to 5 s. Default: 200 ms.</summary>
    [Range(typeof(TimeSpan), "00:00:00.010", "00:00:05")]
    public TimeSpan RetryPause { get; set; } = TimeSpan.FromMilliseconds(200);

    /// <summary>Messages published and not yet confirmed. Default: 256.</summary>
    [Range(1, 10_000)]
    public int ConfirmWindow { get; set; } = 256;

    /// <summary>How long the broker may take to confirm one message before the channel is given up. Default: 30 s.</summary>
    [Range(typeof(TimeSpan), "00:00:00.100", "00:10:00")]
    public TimeSpan ConfirmTimeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>Failures of one message before the broker puts it into the run's dead-letter queue. The ledger's own limit is meant to be
    /// reached first. Default: 20, as RabbitMQ 4's own.</summary>
    [Range(1, 1_000)]
    public int DeliveryLimit { get; set; } = 20;

    /// <summary>How long the run's queues outlive the last use of them. Default: 3 days.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "30.00:00:00")]
    public TimeSpan Expiry { get; set; } = TimeSpan.FromDays(3);

    /// <summary>How long a worker may hold one message. Brokers before 3.12 do not read it per queue and take their own 30 minutes: a task
    /// that takes longer is then delivered a second time, which the ledger sorts out. Default: 12 hours.</summary>
    [Range(typeof(TimeSpan), "00:01:00", "30.00:00:00")]
    public TimeSpan ConsumerTimeout { get; set; } = TimeSpan.FromHours(12);

    /// <summary>After two missed heartbeats a silent connection counts as lost. Default: 20 s.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:05:00")]
    public TimeSpan Heartbeat { get; set; } = TimeSpan.FromSeconds(20);

    internal string Address => $"{Host}:{Port}, virtual host '{VirtualHost}'";
}
