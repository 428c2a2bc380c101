namespace PlanetGraph.Batch.Storage.FileServer;

/// <summary>Reads a file forward. Where the connection breaks, it goes on from the byte it had reached, as long as the file is still the same.</summary>
/// <param name="first">The answer that was opened already.</param>
/// <param name="position">The byte it begins with.</param>
/// <param name="open">Opens the file from a byte on.</param>
/// <param name="broken">Makes the exception for a file that cannot be read on.</param>
internal sealed class FileServerReadStream(
    HttpResponseMessage first, long position, Func<long, CancellationToken, Task<HttpResponseMessage?>> open, Func<Exception, StorageException> broken) : Stream
{
    private const int Reopenings = 10;
    private HttpResponseMessage? _response = first;
    private Stream? _body;
    private long _position = position;
    private int _reopened;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => _position;
        set => throw new NotSupportedException();
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        while (_response is not null)
        {
            try
            {
                _body ??= await _response.Content.ReadAsStreamAsync(cancellationToken);
                var read = await _body.ReadAsync(buffer, cancellationToken);
                _position += read;
                return read;
            }
            catch (Exception failure) when (FileServerClient.IsFailure(failure))
            {
                if (++_reopened > Reopenings)
                {
                    throw broken(failure);
                }

                _response.Dispose();
                (_response, _body) = (null, null);
                _response = await open(_position, cancellationToken);
            }
        }

        return 0;
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(byte[] buffer, int offset, int count) =>
        throw new NotSupportedException("The file server is read asynchronously only.");

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _response?.Dispose();
        }

        base.Dispose(disposing);
    }
}
