import Frame
import Kernel
import Tabular

/// How the lines of one sheet are read by field.
struct SheetColumns {
    let headings: [String]
    let columns: [Int]
    let constants: [String]
    /// The line of the headings; the data begin behind it.
    let headingLine: Int
    /// Columns that lines must have, or they are cut off.
    let needed: Int

    /// The columns of a sheet; a refusal that shows the headings seen where a required field has none.
    init(_ fields: [ImportField], _ mapping: Mapping, _ head: SheetHead, file: String) throws(Refusal) {
        let guess = MappingGuess(fields, mapping, head)
        if let absent = guess.absent.first { throw SheetColumns.absent(absent, guess, head, file) }
        if !guess.missing.isEmpty { throw SheetColumns.missing(guess, head, file) }
        headings = guess.headings
        columns = guess.columns
        constants = guess.constants
        headingLine = head.guess?.line ?? 0
        needed = (columns.max() ?? -1) + 1
    }

    /// Whether a sheet has what a format needs; others of the same workbook are passed over.
    static func fits(_ fields: [ImportField], _ mapping: Mapping, _ head: SheetHead) -> Bool {
        let guess = MappingGuess(fields, mapping, head)
        return guess.missing.isEmpty && guess.absent.isEmpty && guess.fields.contains { $0.column != nil }
    }

    private static func absent(
        _ heading: String,
        _ guess: MappingGuess,
        _ head: SheetHead,
        _ file: String
    ) -> Refusal {
        Problem(
            "heading.absent",
            at: Place(file: file, sheet: head.info.name.isEmpty ? nil : head.info.name),
            Text(
                lv:
                    "Kartējumā ir kolonna „\(heading)”, bet failā tādas nav. Atrastie virsraksti: \(seen(guess))",
                en: "The mapping names the column “\(heading)”, which the file does not have. "
                    + "The headings found: \(seen(guess))"
            ),
            advice: Text(
                lv: "Izlabojiet kartējumu vai faila virsrakstu.",
                en: "Mend the mapping or the heading in the file."
            )
        )
        .refusal
    }

    private static func missing(_ guess: MappingGuess, _ head: SheetHead, _ file: String) -> Refusal {
        let lv = guess.missing.map { "„\($0.title.lv)” (\($0.code))" }.joined(separator: ", ")
        let en = guess.missing.map { "“\($0.title.en)” (\($0.code))" }.joined(separator: ", ")
        return Problem(
            "heading.missing",
            at: Place(file: file, sheet: head.info.name.isEmpty ? nil : head.info.name),
            Text(
                lv: "Trūkst obligātas kolonnas: \(lv). Atrastie virsraksti: \(seen(guess))",
                en: "A required column is missing: \(en). The headings found: \(seen(guess))"
            ),
            advice: Text(
                lv: "Pievienojiet kolonnu failā vai norādiet kartējumā, kura kolonna tā ir.",
                en: "Add the column to the file, or say in the mapping which column it is."
            )
        )
        .refusal
    }

    private static func seen(_ guess: MappingGuess) -> String {
        guess.headings.filter { !$0.isEmpty }.joined(separator: " | ")
    }
}
