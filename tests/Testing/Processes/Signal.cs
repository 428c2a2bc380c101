using System.ComponentModel;
using System.Runtime.InteropServices;

namespace PlanetGraph.Testing.Processes;

/// <summary>The POSIX signals that tests send to processes they started.</summary>
public static partial class Signal
{
    private const int Hangup1 = 1;
    private const int Interrupt2 = 2;
    private const int Kill9 = 9;
    private const int Terminate15 = 15;
    private const int Continue18 = 18;
    private const int Stop19 = 19;
    private const int NoSuchProcess = 3;

    /// <summary>SIGHUP: asks a server to read its files anew.</summary>
    public static void Hangup(int pid) => Send(pid, Hangup1);

    /// <summary>SIGINT: Ctrl-C.</summary>
    public static void Interrupt(int pid) => Send(pid, Interrupt2);

    /// <summary>SIGKILL: ends the process at once, without a word to it.</summary>
    public static void Kill(int pid) => Send(pid, Kill9);

    /// <summary>SIGTERM: asks the process to end.</summary>
    public static void Terminate(int pid) => Send(pid, Terminate15);

    /// <summary>SIGSTOP: the process stands still; its sockets stay open.</summary>
    public static void Freeze(int pid) => Send(pid, Stop19);

    /// <summary>SIGCONT: a frozen process goes on.</summary>
    public static void Continue(int pid) => Send(pid, Continue18);

    private static void Send(int pid, int signal)
    {
        if (KillNative(pid, signal) != 0 && Marshal.GetLastPInvokeError() is var error && error != NoSuchProcess)
        {
            throw new Win32Exception(error, $"Signal {signal} could not be sent to process {pid}");
        }
    }

    [LibraryImport("libc", EntryPoint = "kill", SetLastError = true)]
    private static partial int KillNative(int pid, int signal);
}
