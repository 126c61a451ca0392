import Frame
import Kernel
import Storage

extension RosterRun {
    /// Takes an organisation: schools are institutions, everything above and below them is told.
    package func takeOrg(_ row: RosterRow) throws {
        let id = row.key("sourcedId")
        orgParents.take(row)
        let type = row.text("type").lowercased()
        guard type == "school" else {
            guard RosterRun.otherTypes.contains(type) else {
                return reject(RosterProblem.word(row.text("type")), row, "type")
            }
            otherOrgs.insert(id)
            return tell(type, row, "type")
        }
        let name = row.text("name")
        if let known = ids.find(.institution, id).map({ InstitutionID(rawValue: $0) }),
            directory.directory.institutions.entries[known] != nil
        {
            institutions[id] = known
            let year = SchoolYear(containing: run.today)
            return try directory.rename(known, to: name, from: year.first, at: row.place("name"))
        }
        let found = try directory.institution(
            name: name,
            regNo: RosterRun.regNo(row.text("identifier")),
            at: row.place("name")
        )
        guard let found else { return }
        institutions[id] = found
        try ids.keep(.institution, row.text("sourcedId"), is: found.rawValue, of: found, at: row.place)
    }

    /// Tells of organisations above themselves and of parents that are not there, when all are read.
    ///
    /// Sekme keeps no tree of organisations, so that the schools are taken over all the same.
    package func closeOrgs() {
        let isWhole = manifest.mode(.orgs) == .bulk
        let problems = orgParents.problems(.orgs) { !isWhole || ids.find(.institution, $0) != nil }
        for (problem, place) in problems { run.staging.reject(problem, at: place) }
        orgParents = RosterParents()
    }

    private static let otherTypes: Set<String> = ["district", "local", "state", "national", "department"]

    /// A registration number has ten digits at most eleven; other identifiers are none.
    private static func regNo(_ text: String) -> String {
        (10...11).contains(text.utf8.count) && text.allSatisfy(\.isNumber) ? text : ""
    }

    /// The institution that a cell refers to.
    func institution(_ row: RosterRow, _ heading: String) throws -> InstitutionID {
        try find(row, heading, in: .orgs) { key in
            institutions[key] ?? ids.find(.institution, key).map { InstitutionID(rawValue: $0) }
        }
    }
}
