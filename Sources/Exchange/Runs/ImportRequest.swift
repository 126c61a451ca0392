import Storage

/// What a person asks to be imported.
package struct ImportRequest: Sendable, Hashable, Codable {
    /// Paths of files.
    package var files: [String]
    /// Files that came through a page.
    package var uploads: [Int]
    /// The format; nil where it is to be recognised.
    package var format: String?
    /// The saved mapping; nil where the format's own or the known headings serve.
    package var mapping: String?
    /// A mapping made for this import alone, as the pages do; it goes before `mapping`.
    package var columns: [String: String]
    /// Values that the files do not carry: `year`, `term`.
    package var constants: [String: String]
    /// What else of the mapping does not hold for this import alone, as the pages ask it.
    package var changes: MappingChanges?
    /// The encoding of text files, by its name; nil where it is to be found out.
    package var encoding: String?
    /// What becomes of letters that went through a wrong encoding, `mended` or `kept`; nil where nobody has said.
    package var letters: String?
    /// The institution whose data they are; 0 is the whole board.
    package var institution: Int {
        get { ofInstitution ?? 0 }
        set { ofInstitution = newValue }
    }
    // Imports that wait since before there was the question do not have it.
    private var ofInstitution: Int?
    /// Whether only the plan is wanted.
    package var dryRun: Bool
    /// Whether the plan is applied without a question.
    package var yes: Bool
    /// Whether rows that the files no longer have may be removed beyond one in a hundred.
    package var acceptRemovals: Bool

    /// A request.
    package init(
        files: [String] = [],
        uploads: [Int] = [],
        format: String? = nil,
        mapping: String? = nil,
        columns: [String: String] = [:],
        constants: [String: String] = [:],
        dryRun: Bool = false,
        yes: Bool = false,
        acceptRemovals: Bool = false
    ) {
        self.files = files
        self.uploads = uploads
        self.format = format
        self.mapping = mapping
        self.columns = columns
        self.constants = constants
        self.dryRun = dryRun
        self.yes = yes
        self.acceptRemovals = acceptRemovals
    }
}

/// One import from its file to its batch.
package struct ImportID: IntegerID, Codable {
    package let rawValue: Int
    package init(rawValue: Int) { self.rawValue = rawValue }
}
