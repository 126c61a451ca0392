package import Exchange
package import Kernel

extension ImportWords {
    /// Findings told on a terminal; the file of rejected lines, which the page of the import and `--rejected` give, has all.
    package static let shown = 50

    /// What was not taken over, a line each: place, value, what is wrong and what to do, as the page shows it; nil where
    /// there is nothing.
    ///
    /// The plan tells how many there are where fewer are shown; the way to all of them is told unless a file has them.
    package func findings(
        _ findings: [Finding],
        of plan: ImportPlan,
        inFile: Bool = false
    ) -> String? {
        let told = findings.filter { $0.kind != .doubtful }.prefix(ImportWords.shown)
        guard !told.isEmpty else { return nil }
        let heading = Text(lv: "Nav pārņemts:", en: "Not taken over:")
        var lines = [heading[language]] + told.map { "  " + line($0.problem) }
        let rest = plan.rejected + plan.unmatched + plan.idle - told.count
        if rest > 0 {
            let number = Format(language).integer(rest)
            let more = Text(lv: "un vēl \(number)", en: "and \(number) more")
            let way = Text(
                lv: "; visas rindas failā: --rejected FAILS.csv",
                en: "; all lines: --rejected FILE.csv"
            )
            lines.append("  " + (inFile ? more : more + way)[language])
        }
        return lines.joined(separator: "\n")
    }

    /// How many lines the file of what was not taken over has, or that there is none.
    package func rejected(_ lines: Int, in path: String) -> String {
        guard lines > 0 else {
            return Text(
                lv: "Noraidītu rindu nav; fails \(path) nav izveidots.",
                en: "No lines were rejected; the file \(path) was not made."
            )[language]
        }
        let number = Format(language).integer(lines)
        return Text(
            lv: "Noraidītās rindas failā \(path): \(number). Izlabojiet tās un importējiet šo failu.",
            en: "Rejected lines in \(path): \(number). Mend them, and import that file."
        )[language]
    }

    /// Why the command ends with an error where nothing in the files can be taken over; nil where something is, be it
    /// as it was before, and where nothing is wrong.
    package func nothingTaken(_ plan: ImportPlan) -> Refusal? {
        guard plan.changes == 0, plan.unchanged == 0, plan.rejected + plan.unmatched > 0 else { return nil }
        return Refusal(
            .invalid,
            Text(
                lv: "Failā nav nekā, ko varētu pārņemt.",
                en: "There is nothing in the file that can be taken over."
            ),
            advice: Text(
                lv: "Izlabojiet iepriekš nosauktās vietas un importējiet vēlreiz.",
                en: "Mend the places named above, and import it again."
            )
        )
    }

    /// A problem on one line: where it is, the value as it stands there, what is wrong and what to do.
    func line(_ problem: Problem) -> String {
        let value = plain(problem.value)
        let quoted = Text(lv: "„\(value)”", en: "“\(value)”")
        let head = [
            problem.place.map { plain($0.words[language]) } ?? "", value.isEmpty ? "" : quoted[language],
        ]
        .filter { !$0.isEmpty }
        .joined(separator: ": ")
        let words = "\(problem.message[language]) \(problem.advice[language])"
        return head.isEmpty ? words : "\(head). \(words)"
    }

    /// A text of a file on one line: control characters could write over what the terminal shows.
    func plain(_ text: String) -> String {
        String(
            String.UnicodeScalarView(
                text.unicodeScalars.map { $0.properties.generalCategory == .control ? " " : $0 }
            )
        )
    }
}
