package import Frame
import Kernel
package import Storage
package import Tabular

/// Writes the registers of a year as files of OneRoster.
package final class RosterExport {
    let order: ExportOrder
    let connection: Connection
    let own: OwnExport
    let staffPass: ReadingPass
    /// The edition that is written.
    package let edition: RosterEdition
    private let writer: TableSetWriter
    /// The places of the headings of the present file that its edition has; nil for all.
    private var kept: [Int]?
    /// How rows are called.
    package let names: SourcedNames
    /// What is written.
    package var written = WrittenSet()
    /// The institutions that are written.
    package private(set) var places: [InstitutionID: WrittenInstitution] = [:]
    /// Pupils that are written, with what they are called.
    package var pupils: [PupilID: String] = [:]
    /// Members of staff that are written.
    package var staff: Set<StaffID> = []
    /// Stays in classes, by class.
    var stays: [ClassID: [RosterStay]] = [:]
    /// Teaching groups of the year.
    var groups: [GroupID: RosterGroup] = [:]
    /// Classes of the year.
    var homerooms: Set<ClassID> = []

    /// An export for one transaction.
    package init(_ order: ExportOrder, _ connection: Connection, _ writer: TableSetWriter) throws {
        self.order = order
        edition = try RosterEdition(asked: order.edition)
        self.connection = connection
        self.writer = writer
        own = OwnExport(order, .readPupils, connection)
        staffPass = order.pass(.readTeacherFigures)
        names = try SourcedNames(order.tenant, connection)
        let rows = try connection.rows(
            """
            SELECT i.id, i.name, i.reg_no FROM institution i
            WHERE \(own.institutions) AND i.is_reference = 0 ORDER BY i.id
            """,
            InstitutionID.self,
            String.self,
            String.self
        )
        for row in rows
        where own.may(Scope(institution: row.0)) || staffPass.reaches(Scope(institution: row.0)) {
            places[row.0] = WrittenInstitution(name: row.1, regNo: row.2)
        }
    }

    /// What a school's rows begin with.
    package struct WrittenInstitution {
        let name: String
        let regNo: String
    }

    /// Writes a file, its rows in the order of their identifiers, so that the same data make the same bytes.
    package func table(_ file: RosterFile, _ headings: [String], _ rows: [[TableCell]]) throws {
        try begin(file, headings)
        for row in sorted(rows) { try self.row(row) }
    }

    /// Begins a file whose rows come one by one.
    package func begin(_ file: RosterFile, _ headings: [String]) throws {
        let lacking = edition.lacking(file)
        let places = headings.indices.filter { !lacking.contains(headings[$0]) }
        kept = lacking.isEmpty ? nil : places
        let head = ["sourcedId", "status", "dateLastModified"]
        try writer.begin("\(file.rawValue).csv", head + places.map { headings[$0] })
    }

    /// A row that begins with its identifier.
    package func row(_ cells: [TableCell]) throws {
        guard let first = cells.first else { return }
        let rest = kept.map { places in places.map { cells[$0 + 1] } } ?? Array(cells.dropFirst())
        try writer.row([first, .blank, .blank] + rest)
    }

    static func text(_ row: [TableCell]) -> String {
        guard case .text(let text)? = row.first else { return "" }
        return text
    }

    /// What a class or group that learns a subject is called.
    package func name(_ unit: RosterUnit) -> String {
        let subject = names.name(.subject, unit.subject.rawValue)
        guard unit.group.rawValue != 0 else {
            return "\(names.name(.classGroup, unit.classGroup.rawValue)):\(subject)"
        }
        let group = names.name(.group, unit.group.rawValue)
        return groups[unit.group]?.subject == unit.subject ? group : "\(group):\(subject)"
    }

    /// What the school of a class or group is called.
    package func org(of unit: RosterUnit) -> String {
        names.name(.institution, unit.institution.rawValue)
    }

    /// Writes the registers; `worked` are the units that have marks.
    package func registers(_ worked: Set<RosterUnit>) throws {
        try loadGroups()
        try manifest()
        let units = try units().union(worked).filter { $0.isPlaced && places[$0.institution] != nil }
        try orgs()
        try sessions()
        try courses(units)
        try classes(units)
        try users()
        try enrollments(units)
    }

    private func manifest() throws {
        try writer.begin("manifest.csv", ["propertyName", "value"])
        let head = [
            ("manifest.version", "1.0"), ("oneroster.version", edition.rawValue),
            ("source.systemName", "Sekme"),
            ("source.systemCode", RosterRun.own),
        ]
        let all = edition.files.filter { $0 != .manifest }
        let modes = all.map { ("file.\($0.rawValue)", "bulk") }
        let absent = edition.absent.map { ("file.\($0)", "absent") }
        for (name, value) in head + modes + absent { try writer.row([.text(name), .text(value)]) }
    }
}

/// A stay of a pupil in a class.
struct RosterStay {
    let pupil: PupilID
    let institution: InstitutionID
    let from: Day
    let to: Day
}

/// A teaching group.
struct RosterGroup {
    let institution: InstitutionID
    let name: String
    let classGroup: ClassID
    let subject: SubjectID
}
