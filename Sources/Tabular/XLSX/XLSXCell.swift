import Kernel

/// A cell of a worksheet part while it is read.
struct XLSXCell {
    /// How the value is to be understood: the attribute `t`.
    enum Kind {
        case number, shared, text, inline, boolean, error, date

        init(_ attribute: UnsafePointer<CChar>?) {
            guard let attribute, !XMLName.matches(attribute, "n") else {
                self = .number
                return
            }
            switch XMLName(attribute) {
            case "s": self = .shared
            case "str": self = .text
            case "inlineStr": self = .inline
            case "b": self = .boolean
            case "e": self = .error
            case "d": self = .date
            default: self = .number
            }
        }
    }

    private(set) var kind = Kind.number
    private var style = 0
    var hasValue = false
    var hasFormula = false
    var value: [UInt8] = []
    var formula: [UInt8] = []
    var inline: [UInt8] = []

    mutating func reset(style: Int, kind: Kind) {
        self.style = style
        self.kind = kind
        hasValue = false
        hasFormula = false
        value.removeAll(keepingCapacity: true)
        formula.removeAll(keepingCapacity: true)
        inline.removeAll(keepingCapacity: true)
    }

    /// The value of the complete cell.
    func finished(
        _ strings: SharedStrings,
        _ styles: CellStyles,
        _ from1904: Bool,
        _ row: Int
    ) throws(TabularFault) -> CellValue {
        if hasFormula, !hasValue || (value.isEmpty && kind != .text) {
            return .formulaWithoutValue(String(decoding: formula, as: UTF8.self))
        }
        let stored = String(decoding: value, as: UTF8.self)
        switch kind {
        case .inline: return text(String(decoding: inline, as: UTF8.self))
        case .text: return text(stored)
        case .date: return SpreadsheetDate.value(stored)
        case .shared:
            guard let text = Int(stored).flatMap({ strings[$0] }) else {
                if stored.isEmpty { return .blank }
                throw TabularFault(.damaged, line: row)
            }
            return text.isEmpty ? .blank : .text(text)
        case .boolean: return stored.isEmpty ? .blank : .text(stored == "1" ? "TRUE" : "FALSE")
        case .error: return .error(stored)
        case .number: return number(stored, styles[style], from1904)
        }
    }

    private func text(_ raw: String) -> CellValue {
        raw.isEmpty ? .blank : .text(unescaped(raw).composed)
    }

    private func number(_ stored: String, _ format: NumberFormat, _ from1904: Bool) -> CellValue {
        if stored.isEmpty { return .blank }
        guard let number = NumberText.short(value) ?? NumberText.shortest(stored) else {
            return .text(stored.composed)
        }
        switch format {
        case .plain: return .number(number)
        case .percent: return .text(NumberText.percent(number) + "%")
        case .date, .time, .elapsed:
            return SerialDay(number)?.value(format, from1904: from1904) ?? .number(number)
        }
    }
}
