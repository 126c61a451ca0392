internal import Kernel
internal import Tabular

extension BoardInstitution {
    /// The row of an institution.
    var cells: [TableCell] {
        [
            .text(name), .text(registrationNumber), .text("Vispārējās izglītības iestāde"), .text(kind.type),
            .text("Jauntiltas novada pašvaldība"), .text("Pašvaldība"), .text(address),
        ]
    }
}

extension ProgrammeKind {
    /// The row of a programme.
    func cells(_ institution: BoardInstitution) -> [TableCell] {
        let place = ProgrammeKind.allCases.firstIndex(of: self) ?? 0
        let granted = Day(2020, 7, 1 + (institution.number * 7 + place * 3) % 28)
        return [
            .text(institution.name), .text(rawValue), .text(name),
            .text("V_9\(padded(institution.number * 10 + place, 4))"),
            granted.map { .day($0) } ?? .blank, .text(institution.address),
            granted.map { .day($0) } ?? .blank,
        ]
    }
}

extension BoardSubject {
    /// The row of a subject.
    var cells: [TableCell] { [.text(name), .text(code), .integer(area)] }
}

extension BoardClass {
    /// The row of a class.
    var cells: [TableCell] {
        [
            .text(institution.name), .text(year.description), .text(name), .integer(grade),
            .text(programme.rawValue),
        ]
    }
}

extension BoardStay {
    /// The row of a pupil with a stay in a class.
    var cells: [TableCell] {
        let group = classGroup
        return [
            .text(group.institution.name), .text(pupil.code), .text(pupil.personalCode),
            .text(pupil.name.surname),
            .text(pupil.name.forename), .day(pupil.birthday), .text(pupil.name.sex == 2 ? "female" : "male"),
            .text(programme == .extramural ? "extramural" : "full-time"), .flag(pupil.isSpecial),
            .flag(pupil.isUkraine), .flag(pupil.isReemigrant), .text(group.year.description),
            .text(group.name),
            .text(programme.rawValue), .day(from), to.map { .day($0) } ?? .blank, .text(arrival.rawValue),
            .text(leaving.code),
        ]
    }
}

extension BoardPost {
    /// The row of a post in a year, open in the last one.
    func cells(_ year: SchoolYear, isLast: Bool) -> [TableCell] {
        [
            .text(institution.name), .text(teacher.code), .text(teacher.name.surname),
            .text(teacher.name.forename),
            .text(role.rawValue), .day(year.first), isLast ? .blank : .day(year.last),
            .decimal(load, decimals: 2),
            .integer(contactLessons),
        ]
    }
}

extension BoardTeaching {
    /// The row of a teaching.
    var cells: [TableCell] {
        [
            .text(classGroup.institution.name), .text(classGroup.year.description),
            .text(group == nil ? classGroup.name : ""), .text(group ?? ""),
            .text(BoardSubject.all[subject].name),
            .text(teacher.code), .text(teacher.name.surname), .text(teacher.name.forename),
        ]
    }

    /// The row of a member of the teaching group.
    func cells(_ member: BoardStay) -> [TableCell] {
        [
            .text(classGroup.institution.name), .text(classGroup.year.description), .text(group ?? ""),
            .text(classGroup.name), .text(BoardSubject.all[subject].name), .text(member.pupil.code),
            .day(member.from), member.to.map { .day($0) } ?? .blank,
        ]
    }
}

extension TableCell {
    /// Yes or no, as the formats read it.
    static func flag(_ flag: Bool) -> TableCell { .text(flag ? "yes" : "no") }
}
