internal import Frame
internal import Kernel

extension FactOverlap {
    /// Lessons by their number in the day, and lessons by their subject alone: nothing tells which of them are the same.
    static let lessons = FactOverlap(border: LessonRecord.firstSubjectSlot) { pairs, batches in
        let shown = batches.prefix(5).map { String($0.rawValue) }
        let numbers = shown.joined(separator: ", ") + (batches.count > shown.count ? " …" : "")
        let days = Noun(lv: "diena", "dienas", en: "day", "days").counted(pairs)
        return Problem(
            "lesson.twice",
            Text(
                lv: """
                    Šo izglītojamo stundas šajās dienās jau ir importētas no cita veida faila (imports Nr. \(numbers)): vienā \
                    failā stundas ir pēc to numura dienā, otrā – pēc priekšmeta. Ja importēs abus, katru kavējumu skaitīs \
                    divreiz. Kopā, katram izglītojamajam skaitot atsevišķi: \(days.lv); pirmais ieraksts ir šeit.
                    """,
                en: """
                    Lessons of these pupils on these days are there from a file of another kind already (import no. \
                    \(numbers)): one file names lessons by their number in the day, the other by their subject. With both, \
                    each absence counts twice. In all, counting for each pupil: \(days.en); the first entry is here.
                    """
            ),
            advice: Text(
                lv: """
                    Importējiet vai nu tabulas ar stundu numuriem, vai žurnālus. Atsauciet agrāko importu (importa lapā vai ar \
                    komandu „sekme import undo”) vai neimportējiet šo failu.
                    """,
                en: """
                    Import either the tables with numbers of lessons or the journals. Undo the earlier import (on its page or \
                    by “sekme import undo”), or leave this file out.
                    """
            )
        )
    }
}
