package import Frame
package import Kernel
import Storage

extension DirectoryRun {
    /// The class of a name in an institution and year, however it is written (`10.a`, `10.
    ///
    /// A`, `10a`). The grade of a new class is the number its name begins with, unless it is given.
    package func classGroup(
        institution: InstitutionID,
        year: SchoolYear,
        name: String,
        grade: Int? = nil,
        at place: SourcePlace
    ) throws -> ClassID? {
        let key = Directory.ClassKey(institution: institution, year: year, name: classKey(name))
        if let id = directory.classNames.find(key) { return id }
        guard !key.name.isEmpty else {
            missing(Text(lv: "klase", en: "class"), "class", at: place)
            return nil
        }
        guard isMaster else {
            unmatched(.classGroup, name, at: place)
            return nil
        }
        let id = ClassID(rawValue: try run.staging.newID("class_group"))
        let grade = grade ?? ClassName.grade(name)
        try run.staging.register(
            .classGroups,
            key: [id.rawValue],
            labelled(name, institution, year) + [("grade", grade.sqlValue)],
            at: place
        )
        directory.add(id, .init(institution: institution, year: year, grade: grade), named: key.name)
        return id
    }

    /// The teaching group of a name in an institution and year.
    package func group(
        institution: InstitutionID,
        year: SchoolYear,
        name: String,
        classID: ClassID? = nil,
        subject: SubjectID? = nil,
        at place: SourcePlace
    ) throws -> GroupID? {
        let key = Directory.ClassKey(institution: institution, year: year, name: classKey(name))
        if let id = directory.groupNames.find(key) { return id }
        guard !key.name.isEmpty else {
            missing(Text(lv: "mācību grupa", en: "teaching group"), "group", at: place)
            return nil
        }
        guard isMaster else {
            unmatched(.group, name, at: place)
            return nil
        }
        let id = GroupID(rawValue: try run.staging.newID("teaching_group"))
        try run.staging.register(
            .teachingGroups,
            key: [id.rawValue],
            labelled(name, institution, year) + [
                ("class_id", (classID?.rawValue ?? 0).sqlValue),
                ("subject_id", (subject?.rawValue ?? 0).sqlValue),
            ],
            at: place
        )
        directory.groupNames.add(id, key)
        return id
    }

    func labelled(
        _ name: String,
        _ institution: InstitutionID,
        _ year: SchoolYear
    ) -> [(Name, Value)] {
        let name = ClassName.display(name)
        return [
            ("institution_id", institution.sqlValue), ("year", year.start.sqlValue), ("name", .text(name)),
            ("sort_key", .blob(NaturalKey.sort(name))), ("search_key", .text(LatvianKey.search(name))),
        ]
    }

    /// Makes a pupil a member of a teaching group.
    package func join(
        _ pupil: PupilID,
        _ group: GroupID,
        from: Day,
        to: Day? = nil,
        at place: SourcePlace
    ) throws {
        guard isMaster else { return }
        directory.members[group, default: []].insert(pupil)
        try run.staging.register(
            .groupMembers,
            key: [group.rawValue, pupil.rawValue, from.number],
            [("to_day", (to?.number ?? 0).sqlValue)],
            at: place
        )
    }

    /// The subject of a code or a folded name; an unknown one is added where the source is a master, or `mayAdd` says so.
    package func subject(
        name: String,
        code: String = "",
        mayAdd: Bool? = nil,
        at place: SourcePlace
    ) throws -> SubjectID? {
        if !code.isEmpty, let id = directory.subjectByCode[code] { return id }
        // A journal names a subject in every line: the text as it stands is looked up before it is folded.
        if let id = subjectByText[name] { return id }
        let search = LatvianKey.search(name)
        if let id = directory.subjectByName[search] {
            subjectByText[name] = id
            return id
        }
        guard !search.isEmpty else {
            missing(Text(lv: "mācību priekšmets", en: "subject"), "subject", at: place)
            return nil
        }
        guard mayAdd ?? isMaster else {
            unmatched(.subject, name, at: place)
            return nil
        }
        let id = SubjectID(rawValue: try run.staging.newID("subject"))
        try run.staging.register(
            .subjects,
            key: [id.rawValue],
            [("code", .text(code)), ("area", .integer(0))] + DirectoryRun.named(name),
            at: place
        )
        directory.subjects[id] = .init(code: code, search: search)
        directory.subjectByName[search] = id
        if !code.isEmpty { directory.subjectByCode[code] = id }
        return id
    }
}
