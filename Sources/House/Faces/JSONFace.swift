import Foundation
import Frame
import Kernel

/// A report as JSON: rows under stable codes, exact decimals, the parts of every ratio beside it.
enum JSONFace {
    static func bytes(_ report: AnsweredReport, language: Language) throws -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        return Array(try encoder.encode(Body(report, language))) + [0x0a]
    }

    private struct Body: Encodable {
        let report: String
        let title: String
        let question: [String: String]
        let about: About?
        let notes: [String]
        let sections: [Section]

        init(_ answered: AnsweredReport, _ language: Language) {
            report = answered.id
            title = answered.title[language]
            question = answered.selection.asked
            about = answered.mark.map { About($0, language) }
            notes = answered.document.notes.map { $0[language] }
            sections = answered.document.sections.map { Section($0, language) }
        }
    }

    /// The mark of the file; who made it and when only where it leaves by somebody's hand, as equal questions have
    /// equal bytes.
    private struct About: Encodable {
        let tenant: String?
        let maker: String?
        let dataAsOf: String?
        let hidden: Int
        let personalData: Bool
        let measures: [Definition]

        init(_ mark: ReportMark, _ language: Language) {
            tenant = mark.tenant
            maker = mark.maker?[language]
            dataAsOf = mark.dataDay?.description
            hidden = mark.hidden
            personalData = mark.holdsPersons
            measures = mark.measures.map { measure in
                Definition(
                    name: measure.name,
                    title: measure.title[language],
                    definition: measure.words[language]
                )
            }
        }
    }

    private struct Definition: Encodable {
        let name: String
        let title: String
        let definition: String
    }

    private struct Section: Encodable {
        let code: String
        let columns: [Column]
        let rows: [Row]
        let total: Row?

        init(_ section: ReportSection, _ language: Language) {
            code = section.code
            columns = section.columns.map { Column(code: $0.code, heading: $0.heading[language]) }
            let codes = section.columns.map(\.code)
            rows = section.rows.map { Row($0, codes, language) }
            total = section.total.map { Row($0, codes, language) }
        }
    }

    private struct Column: Encodable {
        let code: String
        let heading: String
    }

    private struct Row: Encodable {
        var values: [String: Value] = [:]
        var parts: [String: Parts] = [:]

        init(_ row: ReportRow, _ codes: [String], _ language: Language) {
            for (code, cell) in zip(codes, row.cells) {
                values[code] = Value(face: FaceValue(cell), language: language)
                guard case .figure(let figure) = cell, !figure.isHidden, let tally = figure.tally else {
                    continue
                }
                if case .count = figure.unit { continue }
                parts[code] = Parts(
                    numerator: tally.numerator,
                    denominator: tally.denominator,
                    people: tally.people
                )
            }
        }

        func encode(to encoder: any Encoder) throws {
            var container = encoder.container(keyedBy: Key.self)
            for (code, value) in values { try container.encode(value, forKey: Key(code)) }
            if !parts.isEmpty { try container.encode(parts, forKey: Key("parts")) }
        }
    }

    private struct Parts: Encodable {
        let numerator: Int
        let denominator: Int
        let people: Int?
    }

    private struct Value: Encodable {
        let face: FaceValue
        let language: Language

        func encode(to encoder: any Encoder) throws {
            var container = encoder.singleValueContainer()
            switch face {
            case .number(let value, let decimals, _):
                if decimals == 0 {
                    try container.encode(value)
                } else {
                    try container.encode(Decimal(sign: value < 0 ? .minus : .plus, value, decimals))
                }
            case .text, .day: try container.encode(face.plain(language))
            case .hidden: try container.encode("hidden")
            case .blank, .unknown: try container.encodeNil()
            }
        }
    }

    private struct Key: CodingKey {
        let stringValue: String
        var intValue: Int? { nil }
        init(_ text: String) { stringValue = text }
        init?(stringValue: String) { self.stringValue = stringValue }
        init?(intValue: Int) { nil }
    }
}

extension Decimal {
    fileprivate init(sign: FloatingPointSign, _ scaled: Int, _ decimals: Int) {
        self.init(sign: sign, exponent: -decimals, significand: Decimal(scaled.magnitude))
    }
}

extension Selection {
    /// What was asked, under the names that the command line has for it.
    var asked: [String: String] {
        Dictionary(FilterKinds.chosen(self).map { ($0.name, $0.value) }) { first, _ in first }
    }
}
