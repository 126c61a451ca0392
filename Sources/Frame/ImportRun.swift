package import Kernel
package import Storage

/// One reading of a file: what was asked for, and where rows go.
package struct ImportRun {
    /// The tenant.
    package let tenant: TenantID
    /// Today, for dates that must not lie ahead.
    package let today: Day
    /// The mapping in force; its constants hold what the person gave (year, term, institution).
    package let mapping: Mapping
    /// Where rows and problems go.
    package let staging: any Staging

    /// A run.
    package init(tenant: TenantID, today: Day, mapping: Mapping, staging: any Staging) {
        self.tenant = tenant
        self.today = today
        self.mapping = mapping
        self.staging = staging
    }

    /// The school year given, or a refusal that says how to give it.
    package func year() throws(Refusal) -> SchoolYear {
        guard let year = try optionalYear() else {
            throw Refusal(
                .usage,
                Text(lv: "Failā nav mācību gada.", en: "The file does not say the school year."),
                advice: Text(
                    lv: "Izvēlieties to pirmajā solī; komandrindā: --year 2022/2023.",
                    en: "Choose it in the first step; on the command line: --year 2022/2023."
                )
            )
        }
        return year
    }

    /// The school year given, or nil.
    package func optionalYear() throws(Refusal) -> SchoolYear? {
        guard let text = mapping.constants["year"] else { return nil }
        guard let year = SchoolYear(text) else {
            throw Refusal(
                .usage,
                Text(lv: "„\(text)” nav mācību gads.", en: "“\(text)” is not a school year."),
                advice: Text(lv: "Rakstiet 2022/2023.", en: "Write 2022/2023.")
            )
        }
        return year
    }

    /// The term given: 1, 2, or 0 for the whole year.
    package var term: Int { mapping.constants["term"].flatMap { try? Parse.integer($0) } ?? 0 }
}

/// Where a format puts what it read.
///
/// Implemented by `Exchange`.
package protocol Staging: AnyObject {
    /// A fact: its columns without batch and source, in the table's order.
    func fact(_ table: FactTable, _ columns: [Int], at place: SourcePlace) throws
    /// A fact whose columns are written where they are wanted, without an array for each: the way for files of
    /// millions of lines.
    func fact(
        _ table: FactTable,
        at place: SourcePlace,
        _ fill: (UnsafeMutablePointer<Int64>) -> Void
    ) throws
    /// A row of a register by its key; columns that are absent keep what they hold.
    func register(
        _ table: RegisterTable,
        key: [Int],
        _ columns: [(Name, Value)],
        at place: SourcePlace
    ) throws
    /// A value to be sealed when the row is written.
    func seal(_ plain: String, _ table: RegisterTable, column: Name, key: [Int]) throws -> Value
    /// The keyed index by which a sealed value is found and compared.
    func blindIndex(_ plain: String, purpose: String) throws -> Value
    /// A line that cannot be read.
    func reject(_ problem: Problem, at place: SourcePlace)
    /// A person, class or institution of a line that is not in the registers.
    func unmatched(_ problem: Problem, at place: SourcePlace)
    /// The same as was told of another line already; where nothing else becomes of the line, it says of its own what.
    func unmatchedAgain(_ problem: Problem, at place: SourcePlace)
    /// Something that is taken over as it stands, and that a person has to look at before it is saved.
    func doubt(_ problem: Problem, at place: SourcePlace)
    /// The next id of a kind, from a block.
    func newID(_ kind: String) throws -> Int
}

extension Staging {
    /// Once told is enough.
    package func unmatchedAgain(_ problem: Problem, at place: SourcePlace) {}

    /// Nobody is asked.
    package func doubt(_ problem: Problem, at place: SourcePlace) {}

    /// By an array, for stagings of few facts.
    package func fact(
        _ table: FactTable,
        at place: SourcePlace,
        _ fill: (UnsafeMutablePointer<Int64>) -> Void
    ) throws {
        let columns = [Int64](unsafeUninitializedCapacity: table.comparedCount) { space, count in
            guard let base = space.baseAddress else { return }
            base.initialize(repeating: 0, count: table.comparedCount)
            fill(base)
            count = table.comparedCount
        }
        try fact(table, columns.map { Int($0) }, at: place)
    }
}

/// Reads the lines of one run.
package protocol LineReader: AnyObject {
    /// A sheet begins; false skips it.
    func begin(sheet: String, index: Int) throws -> Bool
    /// One line.
    func read(_ line: MappedLine) throws
    /// All lines are read.
    func finish() throws
    /// Whether reading can go on in the middle of a file.
    ///
    /// That is where a line gives the same to a new reader that has looked at those lines before it alone for which an
    /// id was taken, a register got a row, or something was not found.
    var goesOn: Bool { get }
}

extension LineReader {
    /// Every sheet is read.
    package func begin(sheet: String, index: Int) throws -> Bool { true }
    /// Nothing is left over.
    package func finish() throws {}
    /// Most files are read at once, and from their beginning again.
    package var goesOn: Bool { false }
}
