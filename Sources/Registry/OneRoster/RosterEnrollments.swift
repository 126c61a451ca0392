import Frame
import Kernel
import Storage

extension RosterRun {
    /// Takes a line of `enrollments.csv`.
    package func takeEnrollment(_ row: RosterRow) throws {
        let role = row.text("role").lowercased()
        let place = try find(row, "classSourcedId", in: .classes) { self.place($0) }
        let days = try days(row, "beginDate", "endDate")
        let user = row.key("userSourcedId")
        switch role {
        case "student": try enrol(row, user, place, days)
        case "teacher", "aide": try teach(row, user, place, days)
        case "administrator", "proctor": tell(role, row, "role")
        default: reject(RosterProblem.word(row.text("role")), row, "role")
        }
    }

    /// Ends what a source of changes says is gone: the place in a class or group, or the teaching.
    package func endEnrollment(_ row: RosterRow) throws {
        let place = try find(row, "classSourcedId", in: .classes) { self.place($0) }
        let begin = try day(row, "beginDate") ?? place.year.first
        let end = try day(row, "endDate") ?? day(row, "dateLastModified") ?? run.today
        let role = row.text("role").lowercased()
        if role == "student", place.isHomeroom || place.group.rawValue != 0 {
            try enrol(row, row.key("userSourcedId"), place, (begin, max(begin, end)), ends: true)
        } else if role == "teacher" {
            try teach(row, row.key("userSourcedId"), place, (begin, max(begin, end)))
        } else {
            reject(RosterProblem.kept, row, "status")
        }
    }

    /// An enrollment that lasts as long as its session is one that nobody has ended; Sekme's own files mean what they say.
    private func left(_ to: Day?, _ place: RosterClass, _ ends: Bool) -> Day? {
        guard let to, !ends, ids.source != RosterRun.own else { return to }
        return to < place.last ? to : nil
    }

    /// The system's own name in manifests.
    package static let own = "sekme"

    private func enrol(
        _ row: RosterRow,
        _ user: String,
        _ place: RosterClass,
        _ days: (from: Day?, to: Day?),
        ends: Bool = false
    ) throws {
        let to = left(days.to, place, ends)
        if place.group.rawValue != 0 {
            let from = days.from ?? place.year.first
            if let pupil = self.pupil(user) {
                return try directory.join(pupil, place.group, from: from, to: to, at: row.place)
            }
            if people.waiting[user] != nil {
                let joining = RosterPeople.Joining(
                    user: user,
                    group: place.group,
                    from: from,
                    to: to,
                    place: row.place
                )
                return people.joining.append(joining)
            }
        }
        if let waiting = people.waiting[user] {
            guard place.isHomeroom else { return }
            guard try add(user, waiting.person, place.institution, place.classGroup) != nil else { return }
        }
        let pupil = try find(row, "userSourcedId", in: .users) { self.pupil($0) }
        // A class that learns a subject as a whole was joined by its own line.
        guard place.isHomeroom else { return }
        try directory.enrol(
            pupil: pupil,
            institution: place.institution,
            classID: place.classGroup,
            from: days.from ?? place.year.first,
            to: to,
            isStart: days.from != nil,
            at: row.place
        )
    }

    private func teach(
        _ row: RosterRow,
        _ user: String,
        _ place: RosterClass,
        _ days: (from: Day?, to: Day?)
    ) throws {
        let teacher = try find(row, "userSourcedId", in: .users) { self.staff($0) }
        let of = row.key("classSourcedId")
        if teachers[of] == nil || row.text("primary").lowercased() == "true" { teachers[of] = teacher }
        guard let subject = place.subject else { return tell("homeroom teacher", row, "role") }
        let key = Directory.TeachingKey(
            year: place.year,
            group: place.group,
            classGroup: place.classGroup,
            subject: subject,
            staff: teacher
        )
        try directory.teach(
            key,
            in: place.institution,
            from: days.from,
            to: left(days.to, place, false),
            at: row.place
        )
    }

    /// Adds pupils whom no line put into a class, then what waited for them.
    package func closeEnrollments() throws {
        let waiting = people.waiting.sorted { $0.key < $1.key }
        for (key, pupil) in waiting {
            guard let id = try add(key, pupil.person, pupil.institution, nil) else { continue }
            try directory.enrol(
                pupil: id,
                institution: pupil.institution,
                classID: nil,
                from: SchoolYear(containing: run.today).first,
                at: pupil.person.place
            )
        }
        for joining in people.joining {
            guard let pupil = people.pupils[joining.user] else { continue }
            try directory.join(pupil, joining.group, from: joining.from, to: joining.to, at: joining.place)
        }
        people.joining = []
    }
}
