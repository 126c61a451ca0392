internal import Kernel

/// The short text beside the files: what they are and how they are read.
enum Readme {
    static func text(_ plan: BoardPlan, journals: Int?) -> String {
        let first = plan.schoolYears.first?.description ?? ""
        let last = plan.schoolYears.last?.description ?? ""
        let files = BoardTable.allCases.map { "  sekme import \($0.fileName) --format \($0.format)" }
        let journal = journals.map {
            "eklase/*.xlsx – e-klases žurnāli; to kartējumā iestāde: \(BoardInstitution($0, plan).name)."
        }
        let lines = [
            "JAUNTILTAS IZGLĪTĪBAS PĀRVALDES PARAUGA DATI", "",
            "Iestādes, cilvēki, personas kodi un reģistrācijas numuri ir izdomāti.",
            "Mācību gadi \(first)–\(last), dati līdz \(Format(.lv).day(plan.today)) Sākumskaitlis: \(plan.seed).",
            "",
            "Importējiet failus šādā secībā:",
        ]
        let notes = [
            "",
            "\(BoardTable.lessons.fileName) satur arī klātbūtni: tā kartējumā norādiet presence = recorded.",
        ]
        return (lines + files + notes + (journal.map { [$0] } ?? []) + [""]).joined(separator: "\n")
    }
}
