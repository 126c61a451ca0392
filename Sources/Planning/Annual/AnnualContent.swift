internal import Foundation
internal import Frame
internal import Kernel

/// The figures of an annual report as they are on a day: what is kept when it is frozen.
///
/// A cell holds the number and never how to find it, so that nothing that comes later changes it.
struct AnnualContent: Codable, Hashable, Sendable {
    /// The version of this form of data.
    static let format = 1

    /// The day that the figures are of.
    var day: Int
    var year: Int
    var programme: String
    /// What stands under the title: whose programme, its period, its decision.
    var facts: [AnnualLabel]
    var counts: [AnnualCount]
    var goals: [AnnualGoal]
    /// Tables of the whole programme: events by institution, money, what is late, steps.
    var tables: [AnnualTable]

    func table(_ code: String) -> AnnualTable? { tables.first { $0.code == code } }

    /// The text that is stored; the same content gives the same text.
    var stored: String {
        get throws {
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
            return String(decoding: try encoder.encode(self), as: UTF8.self)
        }
    }

    init(stored text: String) throws {
        self = try JSONDecoder().decode(AnnualContent.self, from: Data(text.utf8))
    }

    init(day: Day, year: Int, programme: String) {
        (self.day, self.year, self.programme) = (day.number, year, programme)
        (facts, counts, goals, tables) = ([], [], [], [])
    }
}

/// Words in both languages.
struct AnnualLabel: Codable, Hashable, Sendable {
    let lv: String
    let en: String

    init(_ text: Text) { (lv, en) = (text.lv, text.en) }

    var text: Text { Text(lv: lv, en: en) }
}

/// A number of the summary, of a whole where there is one.
struct AnnualCount: Codable, Hashable, Sendable {
    let code: String
    let name: AnnualLabel
    let part: AnnualCell
    let whole: AnnualCell?
}

/// A goal with its indicators, activities and what came of them.
struct AnnualGoal: Codable, Hashable, Sendable {
    let title: AnnualLabel
    let result: String
    let tables: [AnnualTable]
}

/// A table with its columns and cells.
struct AnnualTable: Codable, Hashable, Sendable {
    struct Column: Codable, Hashable, Sendable {
        let code: String
        let heading: AnnualLabel
        let isNumber: Bool
    }

    var code: String
    var title: AnnualLabel
    var columns: [Column]
    var rows: [[AnnualCell]]
    var total: [AnnualCell]?

    /// The cell of a row in a column.
    func cell(_ row: Int, _ code: String) -> AnnualCell? {
        columns.firstIndex { $0.code == code }.map { rows[row][$0] }
    }
}

/// A cell: words, a number, a day, or the word that there is none.
enum AnnualCell: Codable, Hashable, Sendable {
    case words(lv: String, en: String)
    case number(Int, decimals: Int, percent: Bool)
    case day(Int)
    case blank
    case unknown
    /// About too few people to be told.
    case hidden

    init(_ cell: ReportCell) {
        switch cell {
        case .words(let text), .member(_, _, let text): self = .words(lv: text.lv, en: text.en)
        case .number(let number, let decimals): self = .number(number, decimals: decimals, percent: false)
        case .day(let day): self = .day(day.number)
        case .blank: self = .blank
        case .unknown: self = .unknown
        case .figure(let figure):
            if figure.isHidden {
                self = .hidden
            } else if let scaled = figure.scaled {
                self = .number(scaled.value, decimals: scaled.decimals, percent: figure.unit == .share)
            } else {
                self = .unknown
            }
        }
    }

    static func count(_ number: Int) -> AnnualCell { .number(number, decimals: 0, percent: false) }

    static func money(_ cents: Int?) -> AnnualCell { AnnualCell(.money(cents)) }

    /// The whole number; nil where there is none.
    var count: Int? { if case .number(let number, 0, _) = self { number } else { nil } }

    /// The number in hundredths; nil where there is none.
    var hundredths: Int? {
        guard case .number(let number, let decimals, _) = self, decimals <= 2 else { return nil }
        return decimals == 2 ? number : decimals == 1 ? number * 10 : number * 100
    }

    /// What people read.
    func words(_ language: Language) -> String {
        let format = Format(language)
        switch self {
        case .words(let lv, let en): return Text(lv: lv, en: en)[language]
        case .number(let number, let decimals, let percent):
            let sign = language == .lv ? "\u{a0}%" : "%"
            return format.decimal(number, decimals) + (percent ? sign : "")
        case .day(let number): return format.day(Day(number: number))
        case .blank: return ""
        case .unknown: return "–"
        case .hidden: return "·"
        }
    }
}
