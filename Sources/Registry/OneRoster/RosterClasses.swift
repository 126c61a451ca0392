import Frame
import Kernel
import Storage

extension RosterRun {
    /// Takes a course: its subject.
    package func takeCourse(_ row: RosterRow) throws {
        let id = row.key("sourcedId")
        // Sekme's own files have a course for each school, and the subject's identifier beside.
        let text = row.own("Subject").isEmpty ? row.text("sourcedId") : row.own("Subject")
        if let known = ids.find(.subject, text) {
            subjects[id] = SubjectID(rawValue: known)
            return
        }
        let subject = try directory.subject(
            name: row.text("title"),
            code: row.text("courseCode"),
            at: row.place("title")
        )
        guard let subject else { return }
        subjects[id] = subject
        if let area = Int(row.own("Area")), (0...7).contains(area) {
            try run.staging.register(
                .subjects,
                key: [subject.rawValue],
                [("area", area.sqlValue)],
                at: row.place
            )
        }
        let institution = institutions[row.key("orgSourcedId")]
        try ids.keep(.subject, text, is: subject.rawValue, of: institution, at: row.place)
    }

    /// Takes a class: one that pupils belong to, or a teaching group of a course.
    package func takeClass(_ row: RosterRow) throws {
        let institution = try institution(row, "schoolSourcedId")
        let session = try session(row)
        let type = row.text("classType").lowercased()
        guard ["", "homeroom", "scheduled"].contains(type) else {
            return reject(RosterProblem.word(row.text("classType")), row, "classType")
        }
        let made: RosterClass?
        if type == "homeroom" {
            made = try homeroom(row, institution, session)
        } else {
            let subject = try find(row, "courseSourcedId", in: .courses) { key in
                subjects[key] ?? ids.find(.subject, key).map { SubjectID(rawValue: $0) }
            }
            made = try scheduled(row, institution, session, subject)
        }
        if let made { classes[row.key("sourcedId")] = made }
    }

    private func session(_ row: RosterRow) throws -> RosterSession {
        let heading = row.columns["termsourcedids"] == nil ? "termSourcedId" : "termSourcedIds"
        let terms = row.list(heading)
        guard let first = terms.first else {
            let year = try run.optionalYear() ?? SchoolYear(containing: run.today)
            return RosterSession(year: year, term: 0, last: year.last)
        }
        guard let session = terms.compactMap({ session(RosterRow.key($0)) }).last else {
            reject(RosterProblem.dangling(first, .academicSessions), row, heading)
            throw RosterStop()
        }
        return session
    }

    /// A session of the set, or one that an earlier set had.
    package func session(_ key: String) -> RosterSession? {
        if let session = sessions[key] { return session }
        guard let kept = ids.find(.session, key) else { return nil }
        let year = SchoolYear(kept / 4)
        let term = kept % 4
        let last = Term(rawValue: term).map { years.days(of: $0, in: year).upperBound } ?? year.last
        return RosterSession(year: year, term: term, last: last)
    }

    /// A class of the set, or one that an earlier set had: a set of changes has only what changed.
    package func place(_ key: String) -> RosterClass? {
        if let place = classes[key] { return place }
        if let kept = ids.find(.classGroup, key).map({ ClassID(rawValue: $0) }),
            let entry = directory.directory.classes[kept]
        {
            return RosterClass(
                institution: entry.institution,
                year: entry.year,
                last: entry.year.last,
                classGroup: kept,
                group: GroupID(rawValue: 0),
                subject: nil
            )
        }
        guard let kept = ids.find(.group, key).map({ GroupID(rawValue: $0) }),
            let named = directory.directory.groupNames[kept]
        else { return nil }
        let taught = directory.directory.teachings.keys.filter { $0.group == kept }.map(\.subject)
        return RosterClass(
            institution: named.institution,
            year: named.year,
            last: named.year.last,
            classGroup: ClassID(rawValue: 0),
            group: kept,
            subject: taught.min { $0.rawValue < $1.rawValue }
        )
    }

    private func homeroom(
        _ row: RosterRow,
        _ institution: InstitutionID,
        _ session: RosterSession
    ) throws -> RosterClass? {
        let name = row.text("title")
        var id = ids.find(.classGroup, row.key("sourcedId")).map { ClassID(rawValue: $0) }
        // A source that calls each year's class by one identifier has another class in the next year.
        if let known = id.flatMap({ directory.directory.classes[$0] }), known.year != session.year {
            id = nil
        }
        if let id, directory.directory.classes[id] != nil {
            try run.staging.register(
                .classGroups,
                key: [id.rawValue],
                labelled(name, institution, session.year),
                at: row.place("title")
            )
        } else {
            id = try directory.classGroup(
                institution: institution,
                year: session.year,
                name: name,
                grade: row.grade,
                at: row.place("title")
            )
        }
        guard let id else { return nil }
        try ids.keep(.classGroup, row.text("sourcedId"), is: id.rawValue, of: institution, at: row.place)
        return RosterClass(
            institution: institution,
            year: session.year,
            last: session.last,
            classGroup: id,
            group: GroupID(rawValue: 0),
            subject: nil
        )
    }

    private func labelled(
        _ name: String,
        _ institution: InstitutionID,
        _ year: SchoolYear
    ) -> [(Name, Value)] {
        name.isEmpty ? [] : directory.labelled(name, institution, year)
    }

    /// A class that learns a subject as a whole is no group of its own; Sekme's own files say so.
    private func scheduled(
        _ row: RosterRow,
        _ institution: InstitutionID,
        _ session: RosterSession,
        _ subject: SubjectID
    ) throws -> RosterClass? {
        let whole = RosterRow.key(row.own("Class"))
        if !whole.isEmpty {
            guard let homeroom = classes[whole] else {
                reject(RosterProblem.dangling(row.own("Class"), .classes), row, "metadata.sekmeClass")
                return nil
            }
            return RosterClass(
                institution: institution,
                year: session.year,
                last: session.last,
                classGroup: homeroom.classGroup,
                group: GroupID(rawValue: 0),
                subject: subject
            )
        }
        let group = try group(row, institution, session.year, subject)
        return group.map {
            RosterClass(
                institution: institution,
                year: session.year,
                last: session.last,
                classGroup: ClassID(rawValue: 0),
                group: $0,
                subject: subject
            )
        }
    }

    private func hasGroup(_ id: GroupID) -> Bool { directory.directory.groupNames[id] != nil }

    private func group(
        _ row: RosterRow,
        _ institution: InstitutionID,
        _ year: SchoolYear,
        _ subject: SubjectID
    ) throws -> GroupID? {
        // A group of several subjects has a class of the source for each; the group's identifier stands beside.
        let own = row.own("Group")
        let text = own.isEmpty ? row.text("sourcedId") : own
        let several = row.own("Subjects") == "several"
        if let known = ids.find(.group, text), hasGroup(GroupID(rawValue: known)) {
            return GroupID(rawValue: known)
        }
        let of = classes[RosterRow.key(row.own("OfClass"))]?.classGroup
        let group = try directory.group(
            institution: institution,
            year: year,
            name: row.own("Name").isEmpty ? row.text("title") : row.own("Name"),
            classID: of,
            subject: several ? nil : subject,
            at: row.place("title")
        )
        guard let group else { return nil }
        try ids.keep(.group, text, is: group.rawValue, of: institution, at: row.place)
        return group
    }
}
