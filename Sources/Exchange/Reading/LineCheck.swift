import Frame
import Kernel
import Tabular

/// What is wrong with a line whatever the format: cut off, shifted, cells that hold no value.
struct LineCheck {
    let columns: SheetColumns?
    /// How many headings a file of a set has.
    let own: Int
    /// Whether the file tells how many fields a line has; a spreadsheet does not.
    private let countsFields: Bool
    /// Whether no cell can be a formula or an error.
    private let isPlain: Bool
    /// Whether spoiled letters are looked for: all of a plain file was looked at when it was opened.
    private let looksAtLetters: Bool
    /// How many values a line of a plain table has where nothing can be wrong with it.
    private let usual: Range<Int>

    init(columns: SheetColumns?, own: Int, file: SourceFile) {
        self.columns = columns
        self.own = own
        countsFields = file.table.format == .csv
        isPlain = file.isPlain
        looksAtLetters = !file.isPlain && !file.isDecided
        if file.isPlain, let columns, columns.needed <= columns.headings.count {
            usual = columns.needed..<columns.headings.count + 1
        } else {
            usual = 0..<0
        }
    }

    /// Whether a line has to be looked at: what is wrong with it is large to hand back, and most lines are as they
    /// should be.
    func isSuspect(_ line: MappedLine) -> Bool { !usual.contains(line.width) }

    /// The first thing that is wrong with a line, and its column from 0, or nil.
    func fault(_ line: MappedLine) -> (problem: Problem, column: Int)? {
        guard let columns else {
            guard own > 0 else { return broken(line, 0..<line.width) }
            if let fault = shape(line, needed: own, headings: own) { return fault }
            return looksAtLetters ? broken(line, 0..<line.width) : nil
        }
        if let fault = shape(line, needed: columns.needed, headings: columns.headings.count) { return fault }
        if isPlain { return nil }
        return broken(line, columns.columns.filter { $0 >= 0 })
    }

    /// A line that is cut off or has more values than headings.
    private func shape(_ line: MappedLine, needed: Int, headings: Int) -> (problem: Problem, column: Int)? {
        if countsFields, line.width < needed {
            // Where it is cut off: the first column that it lacks, and what it ends with.
            let last = (0..<line.width).last { !line.isBlank(column: $0) }
            let end = last.map { line.text(inColumn: $0) } ?? ""
            return (LineCheck.short(end), line.width)
        }
        for column in headings..<max(headings, line.width) where !line.isBlank(column: column) {
            return (LineCheck.shifted(line.cell(column).text), column)
        }
        return nil
    }

    private func broken(_ line: MappedLine, _ places: some Sequence<Int>) -> (problem: Problem, column: Int)?
    {
        for column in places {
            switch line.cell(column) {
            case .formulaWithoutValue(let formula): return (LineCheck.formula(formula), column)
            case .error(let text): return (LineCheck.error(text), column)
            case .text(let text) where looksAtLetters:
                if let meant = SpoiledLetters.unicode.mended(text) {
                    return (SpoiledText.problem(text, meant), column)
                }
            default: continue
            }
        }
        return nil
    }

    /// Whether no cell of the line holds anything.
    static func isBlank(_ line: MappedLine) -> Bool {
        for column in 0..<line.width where !line.isBlank(column: column) { return false }
        return true
    }

    private static func short(_ end: String) -> Problem {
        Problem(
            "line.short",
            value: end,
            Text(lv: "Rindai trūkst kolonnu: tā ir aprauta.", en: "The line lacks columns: it is cut off."),
            advice: Text(
                lv: "Pārbaudiet, vai fails ir lejupielādēts līdz galam un vai rindā ir visi atdalītāji.",
                en: "Check that the file was downloaded whole and that the line has all separators."
            )
        )
    }

    private static func shifted(_ value: String) -> Problem {
        Problem(
            "line.shifted",
            value: value,
            Text(
                lv: "Rindā ir vairāk vērtību nekā virsrakstu: kolonnas ir nobīdītas.",
                en: "The line has more values than there are headings: its columns are shifted."
            ),
            advice: Text(
                lv: "Ielieciet pēdiņās vērtību, kurā ir atdalītājs, vai izņemiet lieko vērtību.",
                en: "Put the value that holds a separator in quotation marks, or take the surplus value out."
            )
        )
    }

    private static func formula(_ formula: String) -> Problem {
        Problem(
            "cell.formula",
            value: "=\(formula)",
            Text(lv: "Formula bez saglabātas vērtības.", en: "A formula without a stored value."),
            advice: Text(
                lv: "Atveriet failu izklājlapā un saglabājiet to ar vērtībām.",
                en: "Open the file in a spreadsheet and save it with values."
            )
        )
    }

    private static func error(_ text: String) -> Problem {
        Problem(
            "cell.error",
            value: text,
            Text(
                lv: "Izklājlapas kļūda vērtības vietā.",
                en: "An error of the spreadsheet instead of a value."
            ),
            advice: Text(lv: "Izlabojiet formulu šajā šūnā.", en: "Mend the formula in this cell.")
        )
    }
}
