internal import Kernel

/// The short text beside the files: what they are and how they are read.
enum Readme {
    static func text(_ plan: BoardPlan, journals: Int?) -> String {
        let first = plan.schoolYears.first?.description ?? ""
        let last = plan.schoolYears.last?.description ?? ""
        let files = BoardTable.allCases.map { table in
            let how = table.mapping.map { "--mapping \($0)" } ?? "--format \(table.format)"
            return "  sekme import \(table.fileName) \(how)"
        }
        let journal = journals.map {
            "  sekme import eklase/*.xlsx --set \"institution=\(BoardInstitution($0, plan).name)\""
        }
        let lines = [
            "JAUNTILTAS IZGLĪTĪBAS PĀRVALDES PARAUGA DATI", "",
            "Iestādes, cilvēki, personas kodi un reģistrācijas numuri ir izdomāti.",
            "Mācību gadi \(first)–\(last), dati līdz \(Format(.lv).day(plan.today)) Sākumskaitlis: \(plan.seed).",
            "",
            "Importējiet failus šādā secībā; ja tabulai ir vairākas daļas (09-marks.csv, 09-marks-2.csv), kopā:",
        ]
        let notes = journal.map { ["", "Vienas iestādes e-klases žurnāli:", $0] } ?? []
        return (lines + files + notes + [""]).joined(separator: "\n")
    }
}
