internal import Frame
internal import Kernel
internal import Registry
internal import Tabular

/// Reads the files of a set one after another, each by its headings.
final class OneRosterReader: LineReader {
    private let roster: RosterRun
    private let sessions: RosterSessions
    private let works: RosterWorks
    private let marks: RosterMarks
    private var file: RosterFile?
    private var columns: [String: Int] = [:]
    private var seen: Set<String> = []
    private var results: Set<UInt64> = []
    private var come: Set<String> = []

    init(_ roster: RosterRun, _ known: MarkKnown) {
        self.roster = roster
        sessions = RosterSessions(roster)
        works = RosterWorks(roster, known.scales)
        marks = RosterMarks(roster, works, known)
    }

    func begin(sheet: String, index: Int) throws -> Bool {
        try close()
        come.insert(sheet.lowercased())
        guard let next = RosterFile(name: sheet), roster.manifest.mode(next) != .absent else { return false }
        (file, columns, seen, results) = (next, [:], [], [])
        return true
    }

    func finish() throws {
        try close()
        try roster.closeEnrollments()
        // Nothing else tells a set of changes from a whole one.
        if !come.contains("manifest.csv") {
            roster.run.staging.doubt(RosterProblem.noManifest, at: SourcePlace(line: 0))
        }
        for (file, place) in roster.manifest.missing(come) {
            roster.run.staging.reject(RosterProblem.absent("\(file).csv"), at: place)
        }
    }

    func read(_ line: MappedLine) throws {
        guard let file else { return }
        if columns.isEmpty { return try take(headings: line, file) }
        let row = RosterRow(line, columns)
        do {
            if file == .manifest { return roster.takeManifest(row) }
            guard isNamed(row, file) else { return }
            let isStamped = roster.checkStamp(row)
            // What is deleted ends with the day of its stamp, so that a spoiled one ends nothing.
            guard !row.isDeleted else {
                if isStamped { try delete(row, file) }
                return
            }
            try take(row, file)
        } catch is RosterStop {}
    }

    private func close() throws {
        switch file {
        case .orgs: roster.closeOrgs()
        case .academicSessions: try sessions.close()
        case .enrollments: try roster.closeEnrollments()
        case .lineItems: try works.close()
        default: break
        }
        file = nil
    }

    private func take(headings line: MappedLine, _ file: RosterFile) throws {
        for (column, cell) in line.cells.enumerated() {
            let name = cell.text.lowercased().filter { !$0.isWhitespace }
            if !name.isEmpty, columns[name] == nil { columns[name] = column }
        }
        let missing = file.required.filter { columns[$0.lowercased()] == nil }
        guard !missing.isEmpty else { return }
        let names = missing.joined(separator: ", ")
        throw Refusal(
            .invalid,
            Text(
                lv: "Failā \(file.rawValue).csv trūkst obligātu kolonnu: \(names).",
                en: "The file \(file.rawValue).csv lacks required columns: \(names)."
            ),
            advice: Text(
                lv: "Lūdziet avota sistēmas uzturētājam failu pēc OneRoster 1.1 vai 1.2.",
                en: "Ask whoever keeps the source system for a file by OneRoster 1.1 or 1.2."
            )
        )
    }

    /// Whether a row has an identifier of its own.
    ///
    /// Of marks, of which there are millions, eight bytes of each identifier are kept.
    private func isNamed(_ row: RosterRow, _ file: RosterFile) -> Bool {
        let key = row.key("sourcedId")
        guard !key.isEmpty else {
            roster.reject(RosterProblem.noID, row, "sourcedId")
            return false
        }
        let isNew =
            file == .results
            ? results.insert(RosterRow.digest(key)).inserted : seen.insert(key).inserted
        guard isNew else {
            roster.reject(RosterProblem.twice(row.text("sourcedId")), row, "sourcedId")
            return false
        }
        return true
    }

    private func delete(_ row: RosterRow, _ file: RosterFile) throws {
        guard roster.manifest.mode(file) == .delta else {
            return roster.reject(RosterProblem.deletedInBulk, row, "status")
        }
        guard file == .enrollments else { return roster.reject(RosterProblem.kept, row, "status") }
        try roster.endEnrollment(row)
    }

    private func take(_ row: RosterRow, _ file: RosterFile) throws {
        switch file {
        case .manifest: break
        case .orgs: try roster.takeOrg(row)
        case .academicSessions: try sessions.take(row)
        case .courses: try roster.takeCourse(row)
        case .classes: try roster.takeClass(row)
        case .roles: try roster.takeRole(row)
        case .users: try roster.takeUser(row)
        case .demographics: try roster.takeDemographics(row)
        case .enrollments: try roster.takeEnrollment(row)
        case .categories: works.take(category: row)
        case .lineItems: try works.take(row)
        case .results: try marks.take(row)
        }
    }
}
