internal import Kernel

/// A member of the staff of an institution.
package struct BoardTeacher: Hashable, Sendable {
    /// The number in the whole board.
    package let number: Int
    /// The name.
    package let name: PersonName

    /// The person who holds a place of an institution's staff in a year; one in twenty changes between years.
    init(_ plan: BoardPlan, _ institution: BoardInstitution, place: Int, _ year: SchoolYear) {
        let first = plan.schoolYears.first ?? year
        var holder = 0
        for later in stride(from: first.start + 1, through: year.start, by: 1) {
            var dice = Dice(plan.seed, .staff, institution.number, place, later)
            if dice.chance(0.05) { holder = later - first.start }
        }
        number = (institution.number * 256 + place) * 16 + holder % 16 + 1
        name = PersonName.staff(plan.seed, number)
    }

    /// The code by which the staff register knows the person.
    package var code: String { "P" + padded(number, 7) }
}

/// A post of a member of staff in a year.
package struct BoardPost: Hashable, Sendable {
    /// What the post is.
    package enum Role: String, CaseIterable, Sendable {
        case head, deputy, teacher, socialPedagogue, psychologist, speechTherapist, specialTeacher, librarian
    }

    /// Who holds it.
    package let teacher: BoardTeacher
    /// The institution.
    package let institution: BoardInstitution
    /// What the post is.
    package let role: Role
    /// The load in hundredths of a full one.
    package let load: Int
    /// Lessons a week.
    package let contactLessons: Int
}

/// What somebody teaches a class, or a part of it, in a year.
package struct BoardTeaching: Hashable, Sendable {
    /// The class.
    package let classGroup: BoardClass
    /// The subject, by its place in ``BoardSubject/all``.
    package let subject: Int
    /// The part of the class, 1 or 2; 0 for the whole.
    package let part: Int
    /// Who teaches.
    package let teacher: BoardTeacher

    /// The name of the teaching group: `5.a Angļu valoda 1`; nil for a whole class.
    package var group: String? {
        part == 0 ? nil : "\(classGroup.name) \(BoardSubject.all[subject].name) \(part)"
    }
}
