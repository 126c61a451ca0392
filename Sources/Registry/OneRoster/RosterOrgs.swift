import Frame
import Kernel
import Storage

extension RosterRun {
    /// Takes an organisation: schools are institutions, everything above and below them is told.
    package func takeOrg(_ row: RosterRow) throws {
        let id = row.key("sourcedId")
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
