package import Frame
package import Kernel

/// Figures of a class in one subject name its teacher in effect, as figures of a teacher do: they are for the
/// teacher, the head and the board's specialist, and need a permission of their own.
package enum TeacherFigures {
    /// Refuses a question about one subject or one teacher to those who may not see figures about teachers.
    package static func require(_ question: Question) throws(Refusal) {
        guard question.selection.subject != nil || question.selection.teacher != nil else { return }
        guard !areOpen(question) else { return }
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

    /// The selection that a report about teachers may answer: as asked for those who may see figures about teachers
    /// there, else the asker's own figures.
    ///
    /// It refuses those who may see neither.
    package static func selection(_ question: Question) throws(Refusal) -> Selection {
        var selection = question.selection
        guard !areOpen(question) else { return selection }
        guard let own = question.asker.staff, selection.teacher == nil || selection.teacher == own else {
            throw Refusal(
                .forbidden,
                Text(
                    lv:
                        "Rādītājus par pedagogiem redz pats pedagogs, iestādes vadība un pārvaldes speciālists.",
                    en: "Figures about teachers are for the teacher, the head and the board's specialist."
                ),
                advice: Text(
                    lv: "Savus rādītājus redzēsiet, kad administrators jūsu kontu saistīs ar darbinieku.",
                    en: "You see your own once the administrator links your account with the staff register."
                )
            )
        }
        selection.teacher = own
        return selection
    }

    /// Whether the asker may see figures about teachers everywhere that the question reaches.
    package static func areOpen(_ question: Question) -> Bool {
        let selection = question.selection
        if question.asker.may(.readTeacherFigures, in: selection.scope, on: question.today) { return true }
        if let own = question.asker.staff, selection.teacher == own { return true }
        // With no institution chosen, all that the reader sees may still lie where they may see teachers' figures.
        let seen = selection.reach
        guard selection.institution == nil, !seen.everything, !seen.isEmpty else { return false }
        let allowed = question.asker.reach(.readTeacherFigures, on: question.today)
        return allowed.institutions.isSuperset(of: seen.institutions)
            && allowed.classes.isSuperset(of: seen.classes) && allowed.pupils.isSuperset(of: seen.pupils)
    }
}
