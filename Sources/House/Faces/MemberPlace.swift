import Frame
import Pages

/// Where the members of a report's row stand, and which of their pages this reader may open.
struct MemberPlace {
    private var institution: InstitutionID?
    private var classGroup: ClassID?
    private let choices: ReportChoices

    /// The place of a row, from its own members and from what the report is narrowed to.
    init(_ row: ReportRow, _ choices: ReportChoices) {
        self.choices = choices
        // Beside others the one chosen is not where each row is.
        institution = choices.selection.institutions.isEmpty ? choices.selection.institution : nil
        classGroup = choices.selection.classGroup
        for case .member(let dimension, let member, _) in row.cells {
            if dimension == .institution { institution = InstitutionID(rawValue: member) }
            if dimension == .classGroup { classGroup = ClassID(rawValue: member) }
        }
    }

    /// The page of a member; nil where it has none, or none for this reader.
    func address(_ dimension: Dimension, _ member: Int) -> Address? {
        switch dimension {
        case .institution: "/institutions/\(member)"
        case .classGroup: mayOpen(ClassID(rawValue: member)) ? "/classes/\(member)" : nil
        case .pupil: mayOpen(classGroup, PupilID(rawValue: member)) ? "/pupils/\(member)" : nil
        case .teacher: mayOpen(StaffID(rawValue: member)) ? "/teachers/\(member)" : nil
        default: nil
        }
    }

    private func mayOpen(_ teacher: StaffID) -> Bool {
        guard teacher.rawValue > 0 else { return false }
        if choices.staff == teacher || choices.teachers.everything { return true }
        return institution.map { choices.teachers.institutions.contains($0) } ?? false
    }

    private func mayOpen(_ classGroup: ClassID?, _ pupil: PupilID? = nil) -> Bool {
        let circle = choices.circle
        if circle.everything { return true }
        if let pupil, circle.pupils.contains(pupil) { return true }
        if let classGroup, circle.classes.contains(classGroup) { return true }
        // A reader of some institutions sees rows of no other.
        let reach = choices.selection.reach
        let places = institution.map { [$0] } ?? (reach.everything ? [] : reach.institutions)
        return !places.isEmpty && circle.institutions.isSuperset(of: places)
    }
}
