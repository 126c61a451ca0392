internal import Frame
internal import Kernel

/// Figures of a class in one subject name its teacher in effect: they need a permission of their own.
enum TeacherFigures {
    /// Refuses a question about one subject to those who may not see figures about teachers.
    static func require(_ question: Question) throws(Refusal) {
        guard question.selection.subject != nil || question.selection.teacher != nil else { return }
        let scope = question.selection.scope
        guard !question.asker.may(.readTeacherFigures, in: scope, on: question.today),
            !isWithinReach(question)
        else { return }
        throw Refusal(
            .forbidden,
            Text(
                lv: "Klašu vērtējumi vienā priekšmetā norāda uz pedagogu, un jūsu loma tos neļauj skatīt.",
                en: "Marks of classes in one subject point to a teacher, and your role may not see them."
            ),
            advice: Text(
                lv: "Izvēlieties visus priekšmetus kopā.",
                en: "Choose all subjects together."
            )
        )
    }

    /// Whether all that the reader sees, with no institution chosen, lies where they may see teachers' figures.
    private static func isWithinReach(_ question: Question) -> Bool {
        let seen = question.selection.reach
        guard question.selection.institution == nil, !seen.everything, !seen.isEmpty else { return false }
        let allowed = question.asker.reach(.readTeacherFigures, on: question.today)
        return allowed.institutions.isSuperset(of: seen.institutions)
            && allowed.classes.isSuperset(of: seen.classes) && allowed.pupils.isSuperset(of: seen.pupils)
    }
}
