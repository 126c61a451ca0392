import Frame
import Kernel
import Storage

extension RosterRun {
    /// Takes the birthday and the sex of a pupil; nothing else of demographics has a place.
    package func takeDemographics(_ row: RosterRow) throws {
        let key = row.key("sourcedId")
        let birth = try day(row, "birthDate")
        var columns: [(Name, Value)] = []
        if let birth { columns.append(("birth_day", birth.sqlValue)) }
        switch row.text("sex").lowercased() {
        case "male": columns.append(("sex", .integer(1)))
        case "female": columns.append(("sex", .integer(2)))
        case "", "other", "unspecified": break
        default: return reject(RosterProblem.word(row.text("sex")), row, "sex")
        }
        for (heading, column) in row.columns
        where !["sourcedid", "status", "datelastmodified", "birthdate", "sex"].contains(heading) {
            if !row.line.isBlank(column: column) { tell(heading, row, heading) }
        }
        if people.staff[key] != nil || people.others.contains(key) { return }
        if people.waiting[key] != nil {
            people.about[key] = columns
            return
        }
        let pupil = try find(row, "sourcedId", in: .users) { self.pupil($0) }
        guard !columns.isEmpty else { return }
        try run.staging.register(.pupils, key: [pupil.rawValue], columns, at: row.place)
    }
}
