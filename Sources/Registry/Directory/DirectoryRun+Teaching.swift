import Frame
import Kernel
import Storage

extension DirectoryRun {
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
