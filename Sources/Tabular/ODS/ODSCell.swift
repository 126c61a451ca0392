import Kernel

/// A cell of an OpenDocument table while it is read.
struct ODSCell {
    /// How many columns in a row hold the same.
    let count: Int
    private let covered: Bool
    private let type: String?
    private let stored: String
    private let formula: String?
    private var text: [UInt8] = []
    private var paragraphs = 0
    private var inParagraph = 0

    init(_ tag: XMLTag) {
        count = ODSRepeat.count(tag, "number-columns-repeated")
        covered = false
        // LibreOffice marks errors by a type of its own beside the type `string`.
        let errors = tag["calcext:value-type"] == "error"
        type = errors ? "error" : tag["office:value-type"]
        stored = ODSCell.stored(type, tag)
        // "of:=SUM(…)": the part before the sign names the language of the formula.
        formula = tag["formula"].map { String($0.drop { $0 != "=" }.dropFirst()) }
    }

    /// A cell that lies under a merged one: what it may hold is not seen.
    init(coveredBy tag: XMLTag) {
        count = ODSRepeat.count(tag, "number-columns-repeated")
        covered = true
        type = nil
        stored = ""
        formula = nil
    }

    private static func stored(_ type: String?, _ tag: XMLTag) -> String {
        switch type {
        case "float", "currency", "percentage": tag["office:value"] ?? ""
        case "date": tag["date-value"] ?? ""
        case "time": tag["time-value"] ?? ""
        case "boolean": tag["boolean-value"] ?? ""
        case "string": tag["string-value"] ?? ""
        default: ""
        }
    }

    /// An element inside the cell; gives the bytes that it stands for.
    mutating func start(_ tag: XMLTag) -> Int {
        let before = text.count
        switch tag.name {
        case "p", "h":
            if inParagraph == 0 {
                if paragraphs > 0 { text.append(10) }
                paragraphs += 1
            }
            inParagraph += 1
        case "s":
            text += repeatElement(32, count: min(max(1, tag.number("c") ?? 1), 1 << 16))
        case "tab": text.append(9)
        case "line-break": text.append(10)
        default: break
        }
        return text.count - before
    }

    mutating func end(_ name: XMLName) {
        if name == "p" || name == "h" { inParagraph -= 1 }
    }

    mutating func take(_ bytes: UnsafeBufferPointer<UInt8>) {
        // Between paragraphs stands only the layout of the XML itself.
        if inParagraph > 0 { text += bytes }
    }

    /// The value of the complete cell.
    var value: CellValue {
        if covered { return .blank }
        let shown = String(decoding: text, as: UTF8.self)
        guard let type else { return formula.map(CellValue.formulaWithoutValue) ?? plain(shown) }
        switch type {
        case "float", "currency": return NumberText.shortest(stored).map(CellValue.number) ?? plain(shown)
        case "percentage":
            return NumberText.shortest(stored).map { .text(NumberText.percent($0) + "%") } ?? plain(shown)
        case "date": return SpreadsheetDate.value(stored)
        case "time": return plain(SpreadsheetDate.time(stored))
        case "boolean": return plain(stored == "true" ? "TRUE" : "FALSE")
        case "error": return .error(shown)
        default: return plain(stored.isEmpty ? shown : stored)
        }
    }

    private func plain(_ text: String) -> CellValue {
        text.isEmpty ? .blank : .text(text.composed)
    }
}
