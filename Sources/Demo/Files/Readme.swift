internal import Kernel

/// The short text beside the files: what they are and how they are read.
enum Readme {
    static func text(_ plan: BoardPlan, journals: JournalChoice) -> String {
        let first = plan.schoolYears.first?.description ?? ""
        let last = plan.schoolYears.last?.description ?? ""
        let files = BoardTable.allCases.map { table in
            let how = table.mapping.map { "--mapping \($0)" } ?? "--format \(table.format)"
            return "  sekme import \(table.fileName) \(how)"
        }
        let books = BoardInstitution.all(plan).filter(journals.holds).map {
            "  sekme import \(JournalBook.folder($0))/*.xlsx --set \"institution=\($0.name)\""
        }
        let lines = [
            "JAUNTILTAS IZGLĪTĪBAS PĀRVALDES PARAUGA DATI", "",
            "Iestādes, cilvēki, personas kodi un reģistrācijas numuri ir izdomāti.",
            "Mācību gadi \(first)–\(last), dati līdz \(Format(.lv).day(plan.today)) Sākumskaitlis: \(plan.seed).",
            "",
            "Importējiet failus šādā secībā; ja tabulai ir vairākas daļas (09-marks.csv, 09-marks-2.csv), kopā:",
        ]
        let heading = "Pēdējā mācību gada e-klases žurnāli; katra iestāde importējama atsevišķi:"
        let notes = books.isEmpty ? [] : ["", heading]
        return (lines + files + notes + books + [""]).joined(separator: "\n")
    }
}
