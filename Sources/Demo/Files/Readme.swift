internal import Kernel

/// The short text beside the files: what they are and how they are read.
enum Readme {
    static func text(_ plan: BoardPlan, journals: JournalChoice) -> String {
        let first = plan.schoolYears.first?.description ?? ""
        let last = plan.schoolYears.last?.description ?? ""
        let books = BoardInstitution.all(plan).filter(journals.holds).map {
            "  sekme import \(JournalBook.folder($0))/*.xlsx --set \"institution=\($0.name)\""
        }
        var lines = [
            "JAUNTILTAS IZGLĪTĪBAS PĀRVALDES PARAUGA DATI", "",
            "Iestādes, cilvēki, personas kodi un reģistrācijas numuri ir izdomāti.",
            "Mācību gadi \(first)–\(last), dati līdz \(Format(.lv).day(plan.today)) Sākumskaitlis: \(plan.seed).",
            "",
            "Importējiet failus šādā secībā; ja tabulai ir vairākas daļas (10-marks.csv, 10-marks-2.csv), kopā.",
            "",
            "1. Reģistri:",
        ]
        lines += registers.map(line)
        lines += either(books)
        lines += ["", "3. Pārējās tabulas:"]
        lines += BoardTable.allCases.filter { !registers.contains($0) && !lessons.contains($0) }.map(line)
        lines += ["", "4. Iepriekšējo gadu kopskaiti un valsts iestāžu saraksts:"]
        lines += PastTotals.all(plan).map { "  sekme import \($0.fileName) --mapping \($0.mapping)" }
        let list = StateList(plan: plan)
        lines += [
            "  sekme import \(list.fileName) --mapping \(StateList.mapping) --year \(list.year.description)",
            "",
        ]
        return lines.joined(separator: "\n")
    }

    /// What comes before everything that names it.
    private static let registers = BoardTable.allCases.filter { table in
        switch table {
        case .institutions, .programmes, .terms, .subjects, .classes, .pupils, .staff, .groups, .teaching:
            true
        default: false
        }
    }

    /// What journals tell too.
    private static let lessons: [BoardTable] = [.marks, .absences, .lessons]

    /// Marks and lessons come from tables or from journals: what came from both would count twice.
    private static func either(_ books: [String]) -> [String] {
        let tables = lessons.map(line)
        guard !books.isEmpty else { return ["", "2. Vērtējumi un kavējumi:"] + tables }
        var lines = [
            "", "2. Vērtējumi un kavējumi – vai nu no tabulām, vai no žurnāliem, nevis no abiem:",
            "   citādi katru kavējumu skaitītu divreiz.", "", "   Visi mācību gadi no tabulām:",
        ]
        lines += tables
        lines += [
            "", "   VAI pēdējais mācību gads no e-klases žurnāliem; katra iestāde importējama atsevišķi:",
        ]
        return lines + books
    }

    private static func line(_ table: BoardTable) -> String {
        let how = table.mapping.map { "--mapping \($0)" } ?? "--format \(table.format)"
        return "  sekme import \(table.fileName) \(how)"
    }
}
