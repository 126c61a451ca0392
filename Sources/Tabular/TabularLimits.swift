/// How much a file may hold before it is refused, so that no file can fill the memory or stop the server.
public struct TabularLimits: Hashable, Sendable {
    /// The file itself, in bytes.
    public var file = 500 << 20
    /// The parts of a zip file.
    public var entries = 10_000
    /// All parts of a zip file together when unpacked, and each of them, in bytes.
    public var unpacked = 4 << 30
    /// How many bytes may come out of one packed byte.
    public var ratio = 200
    /// Up to this many unpacked bytes of a part its ratio is not looked at.
    public var ratioFrom = 10 << 20
    /// One row with all its cells, in bytes.
    public var row = 4 << 20
    /// Columns of a row, as many as a spreadsheet has.
    public var columns = 16_384
    /// The last row of a spreadsheet.
    public var sheetRows = 1_048_576
    /// The shared strings of a workbook, in bytes.
    public var sharedStrings = 512 << 20

    /// The limits of the house.
    public init() {}
}
