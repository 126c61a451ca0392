package import Kernel
package import Storage
package import Tabular

/// A kind of file that Sekme reads: which fields it has, how it is recognised, how its lines become rows.
package protocol ImportFormat: Sendable {
    /// What the format has to know before it reads: ids by name, loaded once.
    associatedtype Known: Sendable
    /// The stable name: `viis-schools`.
    static var name: String { get }
    /// What people call it.
    static var title: Text { get }
    /// What it touches, who owns it, how often it comes.
    static var card: DataFlowCard { get }
    /// The fields its columns are mapped to; empty where the layout is not a table with headings.
    static var fields: [ImportField] { get }
    /// Groups of fields of which a file needs one, whichever.
    static var needs: [ImportNeed] { get }
    /// What a person may say of all lines where no column does.
    static var settings: [ImportSetting] { get }
    /// Whether lines under a heading row are read by field, or every row of every sheet as it stands.
    static var layout: ImportLayout { get }
    /// How sure it is, 0 to 100, that a sheet is of its kind.
    static func recognise(_ sample: SheetSample) -> Int
    /// Which of several files is read before which, the lowest first.
    static func rank(ofFile name: String) -> Int
    /// Loads what reading needs.
    static func known(_ tenant: TenantID, _ connection: Connection) throws -> Known
    /// A reader of one run.
    static func reader(_ known: Known, _ run: ImportRun) throws -> any LineReader
}

extension ImportFormat {
    /// Most files are tables with a heading row.
    package static var layout: ImportLayout { .table }

    /// Most formats ask what their fields leave open.
    package static var settings: [ImportSetting] { ImportSetting.usual(fields) }

    /// Most formats require each of their fields or none of several.
    package static var needs: [ImportNeed] { [] }

    /// Files are read in the order in which they are named.
    package static func rank(ofFile name: String) -> Int { 0 }

    /// A sheet that has every required field under one of its known headings is of this kind; the more of the
    /// sheet's headings the format knows, the surer.
    package static func recognise(_ sample: SheetSample) -> Int {
        let headings = Set(sample.headings.map(HeadingMatch.normal))
        let required = fields.filter { $0.isRequired }
        guard !required.isEmpty, required.allSatisfy({ $0.matches(anyOf: headings) }) else { return 0 }
        return sureness(of: headings)
    }

    /// How sure it is of a sheet with what it needs: the more of the normalised headings it knows, the surer.
    package static func sureness(of headings: Set<String>) -> Int {
        let known = fields.count { $0.matches(anyOf: headings) }
        return min(95, 50 + 45 * known / max(1, headings.count))
    }
}

/// How lines reach a format.
package enum ImportLayout: Sendable {
    /// A heading row is found; lines under it come by field.
    case table
    /// Every row of every sheet comes as it stands, from line 1.
    case raw
    /// Several text files that belong together, each with headings of its own: every row comes as it stands, and
    /// the name of a sheet is the file's.
    case files
}

/// The top of a sheet, for recognising it.
package struct SheetSample: Sendable {
    /// The file's name.
    package let file: String
    /// The sheet's name; empty for text.
    package let sheet: String
    /// The headings found, in order.
    package let headings: [String]
    /// The first rows as they stand.
    package let rows: [TableRow]

    /// The top of a sheet.
    package init(file: String, sheet: String, headings: [String], rows: [TableRow]) {
        self.file = file
        self.sheet = sheet
        self.headings = headings
        self.rows = rows
    }
}

/// A field that a column can be mapped to.
package struct ImportField: Sendable {
    /// The stable name, also the heading in Sekme's own tables.
    package let code: String
    /// What people call it.
    package let title: Text
    /// Other headings it is known under.
    package let headings: [String]
    /// Whether a file without it cannot be read.
    package let isRequired: Bool
    /// What its values look like, for the documentation and the wizard.
    package let example: String

    /// A field.
    package init(
        _ code: String,
        _ title: Text,
        _ headings: [String] = [],
        required: Bool = false,
        example: String = ""
    ) {
        self.code = code
        self.title = title
        self.headings = headings
        isRequired = required
        self.example = example
    }

    /// Whether one of some normalised headings is this field's.
    package func matches(anyOf normal: Set<String>) -> Bool {
        names.contains { normal.contains($0) }
    }

    /// All headings it is known under, normalised.
    package var names: [String] {
        ([code, title.lv, title.en] + headings).map(HeadingMatch.normal)
    }
}

/// What people are told about a source: what it touches, who owns it, how often it comes, what is overwritten.
package struct DataFlowCard: Sendable {
    /// What its rows become: which data it changes.
    package let touches: Text
    /// Where the file comes from.
    package let origin: Text
    /// Who answers for the data.
    package let owner: Text
    /// How often it is expected.
    package let rhythm: Text
    /// What happens to rows that are there already and to rows that the file no longer has.
    package let policy: Text

    /// A card.
    package init(touches: Text, origin: Text, owner: Text, rhythm: Text, policy: Text) {
        self.touches = touches
        self.origin = origin
        self.owner = owner
        self.rhythm = rhythm
        self.policy = policy
    }
}
