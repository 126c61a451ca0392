package import Frame
import Kernel
import Storage

extension DirectoryRun {
    /// The teacher of a code or, without one, of a name; 0 where the line names none, nil where it names one who is
    /// not found.
    package func teacher(
        _ name: String,
        code: String,
        of institution: InstitutionID,
        at place: SourcePlace
    ) throws -> StaffID? {
        if code.isEmpty, name.isEmpty { return StaffID(rawValue: 0) }
        guard !code.isEmpty else {
            return try staff(fullName: name, institution: institution, at: place)
        }
        let key = PlacedText(group: institution.rawValue, text: "\(code)\n\(name)")
        if let known = staffByName[key] { return known }
        let words = name.split(whereSeparator: \.isWhitespace).map(String.init)
        let found = try staff(
            externalCode: code,
            surname: words.last ?? "",
            forename: words.dropLast().joined(separator: " "),
            institution: institution,
            at: place
        )
        staffByName[key] = found
        return found
    }

    /// Keeps who teaches what to whom; days that are not given stay as they are.
    func teach(
        _ key: Directory.TeachingKey,
        in institution: InstitutionID,
        from: Day?,
        to: Day?,
        at place: SourcePlace
    ) throws {
        let id = try directory.teachings[key] ?? run.staging.newID("teaching")
        directory.teachings[key] = id
        directory.taught.insert(Directory.PostKey(staff: key.staff, institution: institution))
        var columns: [(Name, Value)] = [
            ("year", key.year.start.sqlValue), ("institution_id", institution.sqlValue),
            ("group_id", key.group.sqlValue), ("class_id", key.classGroup.sqlValue),
            ("subject_id", key.subject.sqlValue), ("staff_id", key.staff.sqlValue),
        ]
        if let from { columns.append(("from_day", from.sqlValue)) }
        if let to { columns.append(("to_day", to.sqlValue)) }
        try run.staging.register(.teachings, key: [id], columns, at: place)
    }
}
