package import Kernel

/// A pupil in a class, from a day to a day.
package struct BoardStay: Hashable, Sendable {
    /// Why a pupil came; the words are codes of the list of reasons.
    package enum Arrival: String, CaseIterable, Sendable {
        /// On the first day of the school year, from the class before.
        case usual = ""
        /// Grade 1.
        case began = "new"
        /// From an institution of another municipality.
        case elsewhere = "address"
        /// From another institution of the board.
        case changed = "wish"
        /// From Ukraine.
        case ukraine
        /// Back from abroad.
        case reemigrant
    }

    /// Why a pupil left.
    package enum Leaving: CaseIterable, Sendable {
        /// The pupil did not leave: the year ended.
        case none
        /// Finished the grades of the institution.
        case finished
        /// Another place of residence.
        case residence
        /// Abroad.
        case abroad
        /// Wished for another institution.
        case changed
        /// Vocational education.
        case vocational
        /// Of age.
        case majority

        /// The code in the list of reasons.
        package var code: String {
            switch self {
            case .none: ""
            case .finished: "graduated"
            case .residence: "address"
            case .abroad: "abroad"
            case .changed: "wish"
            case .vocational: "work"
            case .majority: "majority"
            }
        }
    }

    /// The pupil.
    package let pupil: BoardPupil
    /// The class.
    package let classGroup: BoardClass
    /// The first day.
    package let from: Day
    /// Why the pupil came.
    package let arrival: Arrival
    /// The last day, or nil while there is none.
    package var to: Day?
    /// Why the pupil left.
    package var leaving = Leaving.none
    /// Whether the pupil repeats the grade.
    package var repeats = false

    /// The programme the pupil learns by.
    package var programme: ProgrammeKind {
        guard pupil.isSpecial, classGroup.grade <= 9 else { return classGroup.programme }
        return classGroup.institution.kind.programmes.first { $0.isSpecial } ?? classGroup.programme
    }

    /// Whether a day lies in the stay.
    func holds(_ day: Day) -> Bool { from <= day && (to.map { day <= $0 } ?? true) }

    /// How far the pupil is given to staying away: 0 not, 1 now and then, 2 much.
    var truancy: Int {
        let grade = classGroup.grade
        guard grade >= 6 else { return 0 }
        let weight = classGroup.institution.truancy * (grade >= 10 ? 1.2 : 1)
        if pupil.truancy < 0.006 * weight { return 2 }
        return pupil.truancy < 0.03 * weight ? 1 : 0
    }
}
