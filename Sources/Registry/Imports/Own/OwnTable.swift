import Frame
import Kernel
import Storage
import Tabular

/// A table of Sekme's own: long form, headings in Latvian or English or by code, one register.
protocol OwnTable: ImportFormat where Known == OwnKnown {
    associatedtype Field: RawRepresentable & CaseIterable where Field.RawValue == Int
    /// Takes one line.
    static func take(_ values: LineValues<Field>, _ table: OwnRun) throws
}

/// What reading a table of Sekme's own needs.
package struct OwnKnown: Sendable {
    let directory: Directory
    let codes: CodeLists
    /// What other boards call their rows, where a file of theirs came before.
    let ids: KnownSourcedIDs

    /// Empty registers and the lists as they are shipped.
    package static let shipped = OwnKnown(directory: .empty, codes: .shipped, ids: KnownSourcedIDs())

    static func load(_ tenant: TenantID, _ connection: Connection) throws -> OwnKnown {
        OwnKnown(
            directory: try Directory.load(tenant, connection),
            codes: try CodeLists.load(tenant, connection),
            ids: try KnownSourcedIDs.load(tenant, connection)
        )
    }
}

extension OwnTable {
    package static func known(_ tenant: TenantID, _ connection: Connection) throws -> OwnKnown {
        try OwnKnown.load(tenant, connection)
    }

    package static func reader(_ known: OwnKnown, _ run: ImportRun) throws -> any LineReader {
        try run.requireMaster()
        return OwnReader<Self>(known, run)
    }

    /// The mapping that Sekme ships for the table: a master source.
    static var mapping: Mapping { Mapping(name, title, format: name, isMaster: true) }
}

/// Reads the lines of a table of Sekme's own.
private final class OwnReader<Table: OwnTable>: LineReader {
    private let table: OwnRun

    init(_ known: OwnKnown, _ run: ImportRun) {
        let directory = DirectoryRun(known.directory, run)
        let numbers = SourcedIDs(known.ids, run)
        numbers.source = RosterRun.own
        directory.numbers = numbers
        table = OwnRun(directory: directory, codes: known.codes)
    }

    func read(_ line: MappedLine) throws {
        if let column = TotalsLine.column(of: line) {
            return table.run.staging.reject(
                TotalsLine.problem(line.cell(column).text),
                at: line.place(ofColumn: column)
            )
        }
        try Table.take(LineValues(line: line, run: table.run), table)
    }
}

/// What the lines of one table share.
struct OwnRun {
    let directory: DirectoryRun
    let codes: CodeLists

    var run: ImportRun { directory.run }

    /// The institution and year that most lines begin with; nil where one is not found, which is reported.
    func place<F>(
        _ values: LineValues<F>,
        institution: F,
        regNo: F,
        year: F
    ) throws -> (institution: InstitutionID, year: SchoolYear)? {
        guard let year = try run.year(values.text(year), at: values.place(of: year)) else { return nil }
        let id = try directory.institution(
            name: values.text(institution),
            regNo: values.text(regNo),
            year: year,
            at: values.place(of: institution)
        )
        return id.map { ($0, year) }
    }

    /// The class that a line names; nil where it names none.
    ///
    /// A class that is not found makes the line stop.
    func classGroup<F>(
        _ values: LineValues<F>,
        _ field: F,
        _ at: (institution: InstitutionID, year: SchoolYear)
    ) throws -> ClassID?? {
        guard !values.text(field).isEmpty else { return .some(nil) }
        let id = try directory.classGroup(
            institution: at.institution,
            year: at.year,
            name: values.text(field),
            at: values.place(of: field)
        )
        return id.map { .some($0) } ?? nil
    }

    /// A programme by its code, or by code and licence with a blank between: a code may have several licences.
    func programme(
        _ text: String,
        of institution: InstitutionID,
        at place: SourcePlace
    ) throws -> ProgrammeID? {
        let words = text.split(maxSplits: 1, whereSeparator: \.isWhitespace).map(String.init)
        let hasLicence = words.count == 2 && EducationProgrammeCode.isPlausible(words[0])
        return try directory.programme(
            institution: institution,
            code: hasLicence ? words[0] : text,
            licence: hasLicence ? words[1].trimmed : "",
            at: place
        )
    }

    func subject<F>(_ values: LineValues<F>, _ field: F) throws -> SubjectID? {
        try directory.subject(name: values.text(field), at: values.place(of: field))
    }

    /// The columns of a register, with the fields that the line leaves blank left as they are.
    func columns(_ texts: [(Name, String)]) -> [(Name, Value)] {
        texts.filter { !$0.1.isEmpty }.map { ($0.0, .text($0.1)) }
    }

    func stage(_ table: RegisterTable, _ key: [Int], _ columns: [(Name, Value)], at place: SourcePlace) throws
    {
        try run.staging.register(table, key: key, columns, at: place)
    }
}
