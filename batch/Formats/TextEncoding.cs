namespace PlanetGraph.Batch.Formats;

/// <summary>How the bytes of a file are text.</summary>
internal enum TextEncoding
{
    /// <summary>Nothing but ASCII was seen: UTF-8 as far as one can tell.</summary>
    Ascii,
    Utf8,

    /// <summary>GB18030, of which GBK and GB2312 are parts.</summary>
    Gb18030,
    Utf16,

    /// <summary>No text.</summary>
    Binary,
}
