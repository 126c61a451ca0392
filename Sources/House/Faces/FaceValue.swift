package import Frame
package import Kernel

/// A cell of a report as every face understands it.
enum FaceValue: Hashable {
    case text(Text)
    /// A number in units of 10^-decimals; `percent` says that people read it with a sign.
    case number(Int, decimals: Int, percent: Bool)
    case day(Day)
    /// Nothing belongs here.
    case blank
    /// Not known.
    case unknown
    /// Known, but not shown to this reader.
    case hidden

    init(_ cell: ReportCell) {
        switch cell {
        case .words(let words), .member(_, _, let words): self = .text(words)
        case .number(let value, let decimals): self = .number(value, decimals: decimals, percent: false)
        case .day(let day): self = .day(day)
        case .blank: self = .blank
        case .unknown: self = .unknown
        case .figure(let figure): self = FaceValue(figure)
        }
    }

    private init(_ figure: Figure) {
        if figure.isHidden {
            self = .hidden
        } else if let scaled = figure.scaled {
            self = .number(scaled.value, decimals: scaled.decimals, percent: figure.unit == .share)
        } else {
            self = .unknown
        }
    }

    /// What people read.
    func words(_ language: Language) -> String {
        let format = Format(language)
        return switch self {
        case .text(let text): text[language]
        case .number(let value, let decimals, let percent):
            format.decimal(value, decimals) + (percent ? (language == .lv ? "\u{a0}%" : "%") : "")
        case .day(let day): format.day(day)
        case .blank: ""
        case .unknown: "–"
        case .hidden: "·"
        }
    }

    /// What files carry: a decimal point, no grouping, ISO days; empty where there is no number.
    func plain(_ language: Language) -> String {
        switch self {
        case .text(let text): text[language]
        case .number(let value, let decimals, _): FaceValue.plain(value, decimals)
        case .day(let day): day.description
        case .blank, .unknown, .hidden: ""
        }
    }

    /// A scaled integer with a decimal point, for machines.
    static func plain(_ scaled: Int, _ decimals: Int) -> String {
        guard decimals > 0 else { return String(scaled) }
        let digits = String(scaled.magnitude)
        let filled = String(repeating: "0", count: max(0, decimals + 1 - digits.count)) + digits
        return "\(scaled < 0 ? "-" : "")\(filled.dropLast(decimals)).\(filled.suffix(decimals))"
    }
}

/// A report that was answered and passed disclosure control, with what its faces print around it.
package struct AnsweredReport: Sendable {
    /// The full name: `attendance/statistics`.
    package let id: String
    /// The title.
    package let title: Text
    /// The question it answers.
    package let purpose: Text
    /// The selection it was asked for.
    package let selection: Selection
    /// Its filters.
    package let filters: [ReportFilter]
    /// The answer; empty while something is missing.
    package var document: ReportDocument
    /// The filter that has to be chosen before there is an answer.
    var missing: ReportFilter?
    /// What it says of itself on paper and in files.
    var mark: ReportMark?
    /// Where the persons are whom it shows: places of all parts that show somebody; empty where it was not looked up, which
    /// means the part chosen.
    var places: [Scope] = []
    /// Who took it out, and when; nil where it shows nobody.
    var watermark: Text?

    /// The persons that its rows show by name.
    package var persons: [PupilID] { document.sections.flatMap { $0.rows.flatMap(\.persons) } }

    /// The members of staff that its rows show by name.
    package var staff: [StaffID] {
        // Cells are looked at where they lie: those of a large board are many, and a copy of them all is not needed.
        var found: [StaffID] = []
        for section in document.sections {
            for row in section.rows {
                for cell in row.cells { if let staff = cell.staff { found.append(staff) } }
            }
        }
        return found
    }

    /// Whether its rows show any person by name.
    var namesSomebody: Bool {
        document.sections.contains { $0.rows.contains { $0.namesSomebody } }
    }

    /// The section with a code, or the first.
    func section(_ code: String?) throws(Refusal) -> ReportSection {
        let found =
            code.map { code in document.sections.first { $0.code == code } } ?? document.sections.first
        guard let found else {
            throw Refusal(
                .unknown,
                Text(lv: "Atskaitei nav tādas tabulas.", en: "The report has no such table."),
                advice: Text(
                    lv: "Tabulas: \(document.sections.map(\.code).joined(separator: ", ")).",
                    en: "Tables: \(document.sections.map(\.code).joined(separator: ", "))."
                )
            )
        }
        return found
    }
}

extension ReportDocument {
    /// Whether any of its rows, totals among them, shows a person by name.
    var namesSomebody: Bool {
        sections.contains { section in
            section.rows.contains { $0.namesSomebody } || section.total?.namesSomebody == true
        }
    }
}

extension ReportRow {
    fileprivate var namesSomebody: Bool { !persons.isEmpty || cells.contains { $0.staff != nil } }
}

extension ReportCell {
    /// The member of staff whom it shows by name, if one.
    fileprivate var staff: StaffID? {
        switch self {
        case .member(.teacher, let id, _) where id != 0: StaffID(rawValue: id)
        case .figure(let figure): figure.members[.teacher].flatMap { $0 != 0 ? StaffID(rawValue: $0) : nil }
        default: nil
        }
    }
}
