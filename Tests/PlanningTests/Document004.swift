import Foundation
import RegexBuilder
import SekmeTesting

/// The published programme of prevention that the facts call document 004, typed from its text into Sekme's table.
///
/// The text is read in place and is no part of the project. It has tables with tabs between cells, some of them torn
/// by page breaks.
struct Document004 {
    private let text: String

    static let path: String? = {
        let folder = SharedData.path("../seeds")
        let names = try? FileManager.default.contentsOfDirectory(atPath: folder)
        return names?.first { $0.hasPrefix("004") }.map { "\(folder)/\($0)" }
    }()

    init(path: String) throws {
        text = try String(contentsOfFile: path, encoding: .utf8)
    }

    /// The programme in Sekme's table.
    var typed: ProgrammeText {
        var out = ProgrammeText("PMP-2024-2028")
        out.add(
            "programma",
            "",
            [
                "name": "Priekšlaicīgas mācību pārtraukšanas prevencijas sistēma un ieviešanas plāns",
                "type": "prevention", "from": "01.01.2024.", "to": "31.12.2028.", "state": "approved",
                "aim": between("**MĒRĶIS** – ", "\n"),
            ]
        )
        parties(&out)
        goals(&out)
        activities(&out)
        tasks(&out)
        resources(&out)
        outcomes(&out)
        indicators(&out)
        return out
    }

    func between(_ start: String, _ end: String) -> String {
        guard let from = text.range(of: start),
            let to = text.range(of: end, range: from.upperBound..<text.endIndex)
        else { return "" }
        return String(text[from.upperBound..<to.lowerBound])
    }

    func cells(_ line: Substring) -> [String] {
        line.split(separator: "\t", omittingEmptySubsequences: false).map { cell in
            cell.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        }
    }

    /// The rows of a table; a line that does not begin a row goes on with the row before, cell by cell where that
    /// had all its cells, else in its last one.
    private func rows(_ part: String, width: Int, begins: ([String]) -> Bool) -> [[String]] {
        var rows: [[String]] = []
        for line in part.split(separator: "\n") where line.contains(where: { !$0.isWhitespace }) {
            let cells = cells(line)
            if begins(cells) {
                rows.append(cells)
            } else if var row = rows.popLast() {
                if row.count >= width {
                    for (index, cell) in cells.enumerated() where !cell.isEmpty && index < row.count {
                        row[index] = [row[index], cell].filter { !$0.isEmpty }.joined(separator: " ")
                    }
                } else if let first = cells.first {
                    row[row.count - 1] += " " + first
                    row += cells.dropFirst()
                }
                rows.append(row)
            }
        }
        return rows
    }

    private func goals(_ out: inout ProgrammeText) {
        var level = ""
        for line in between("kartējums*", "####").split(separator: "\n") {
            if let number = line.firstMatch(of: #/<b>([1-3])\. /#)?.1 {
                level = Document004.levels[String(number)] ?? ""
            }
            let cells = cells(line)
            guard let goal = cells[0].wholeMatch(of: /([1-7])\. (.+)/), cells.count > 1 else { continue }
            out.add("mērķis", String(goal.1), ["name": String(goal.2), "level": level, "result": cells[1]])
        }
    }

    private static let levels = ["1": "universal", "2": "targeted", "3": "tailored"]

    private func activities(_ out: inout ProgrammeText) {
        let part = between("##### 4.1.", "#### 4.2.")
        for row in rows(part, width: 12, begins: { $0.contains { $0.wholeMatch(of: /\d\.\d/) != nil } }) {
            guard let at = row.firstIndex(where: { $0.wholeMatch(of: /\d\.\d/) != nil }) else { continue }
            let number = row[at]
            let cells = Array(row[(at + 1)...]) + Array(repeating: "", count: 12)
            let crosses = cells[4..<9].filter { $0 == "X" }.count
            out.add(
                "aktivitāte",
                number,
                of: String(number.prefix(1)),
                [
                    "aim": at > 0 ? row[at - 1] : "", "name": cells[0], "result": cells[1],
                    "responsible": cells[2],
                    "involved": cells[3].replacing(", ", with: "; "),
                    "years": crosses == 5 ? "2024–2028" : "",
                ]
            )
            recurrences(cells[1], number, &out)
        }
    }

    private func recurrences(_ words: String, _ number: String, _ out: inout ProgrammeText) {
        let each = words.contains("katrā izglītības iestādē") ? "jā" : "nē"
        if let match = words.firstMatch(of: /(\d)-(\d) pasākumi (mācību )?gadā/) {
            out.add(
                "biežums",
                "1",
                of: number,
                [
                    "least": String(match.1), "most": String(match.2), "in_each": each,
                    "rhythm": match.3 == nil ? "year" : "school-year",
                ]
            )
        } else if let match = words.firstMatch(of: /Katru mēnesi (\d)/)
            ?? words.firstMatch(of: /\((\d)x mēnesī/)
        {
            out.add("biežums", "1", of: number, ["least": String(match.1), "rhythm": "month"])
        } else if let match = words.firstMatch(of: /(\d) izglītojošie programmu cikli gadā/) {
            out.add("biežums", "1", of: number, ["least": String(match.1), "rhythm": "year"])
        }
        for (index, match) in words.matches(of: /([[:alpha:] ]+) – (\d)x gadā/).enumerated() {
            out.add(
                "biežums",
                String(index + 1),
                of: number,
                [
                    "name": match.1.trimmingCharacters(in: .whitespaces), "least": String(match.2),
                    "rhythm": "year", "in_each": "jā",
                ]
            )
        }
    }

    private func tasks(_ out: inout ProgrammeText) {
        let part = between("#### 4.2.", "#### 4.3.")
        var rows: [[String]] = []
        for line in part.split(separator: "\n") {
            let cells = cells(line)
            if let at = cells.firstIndex(where: { $0.wholeMatch(of: /\d\.\d\.?/) != nil }),
                cells.count > at + 4
            {
                rows.append(Array(cells[at...]))
            } else if var row = rows.popLast() {
                // What a page break tore off belongs to the tasks.
                if cells.count > 1, !cells[0].hasPrefix("<") {
                    row[2] += " " + cells.filter { !$0.isEmpty }.joined(separator: " ")
                }
                rows.append(row)
            }
        }
        for row in rows {
            let (from, to) = term(row[3])
            for task in row[2].matches(of: /(\d\.\d\.\d) (.*?)(?= \d\.\d\.\d |$)/) {
                out.add(
                    "uzdevums",
                    String(task.1),
                    of: row[0],
                    [
                        "name": task.2.trimmingCharacters(in: .whitespaces), "term": row[3], "from": from,
                        "to": to,
                        "doer": row[4], "supervisor": row[5],
                    ]
                )
            }
        }
    }

    private func term(_ words: String) -> (from: String, to: String) {
        if let years = words.wholeMatch(of: /(\d{4})\.\/\d{4}\.m\.g\. – \d{4}\.\/(\d{4})\.m\.g\./) {
            return ("01.09.\(years.1).", "31.08.\(years.2).")
        }
        if let years = words.wholeMatch(of: /(\d{4})\.gada janvāris – (\d{4})\.gada augusts/) {
            return ("01.01.\(years.1).", "31.08.\(years.2).")
        }
        return ("", "")
    }

    private func resources(_ out: inout ProgrammeText) {
        let part = between("#### 4.3.", "#### 4.4.")
        let parents = out.lines.filter { $0["row"] == "aktivitāte" }.compactMap { $0["number"] }
        let rows = rows(part, width: 6) { $0[0].wholeMatch(of: /\d+\./) != nil }
        for (index, row) in rows.enumerated() {
            let needs = row[3]
            func need(_ start: String, _ end: String) -> String {
                guard let from = needs.range(of: start) else { return "" }
                let rest = needs[from.upperBound...]
                return String(rest[..<(rest.range(of: end)?.lowerBound ?? rest.endIndex)])
                    .trimmingCharacters(in: .whitespaces)
            }
            let hasSupport = needs.contains("Atbalsta resursi – ")
            out.add(
                "resursi",
                row[0],
                // The last row is about the whole seventh goal.
                of: index < 12 ? parents[index] : "7",
                [
                    "name": row[1], "result": row[2],
                    "human": need("Cilvēkresursi – ", hasSupport ? "Atbalsta resursi" : "Finanšu resursi"),
                    "support": hasSupport ? need("Atbalsta resursi – ", "Finanšu resursi") : "",
                    "finance": need("Finanšu resursi – ", "\u{0}"), "source": row[4], "responsible": row[5],
                ]
            )
        }
    }

    private func indicators(_ out: inout ProgrammeText) {
        let part = between("rezultatīvie rādītāji*", "#### 4. PMP")
        var level = ""
        for line in part.split(separator: "\n") {
            if let number = line.firstMatch(of: #/<b>([1-3])\. /#)?.1 {
                level = Document004.levels[String(number)] ?? ""
            }
            let row = cells(line)
            guard row[0].wholeMatch(of: /\d+\./) != nil, row.count >= 6 else { continue }
            let head = [
                "name": row[1], "base_words": row[2], "source": row[5], "level": level,
                "origin": row[5] == "Aptauja" ? "survey" : "typed",
            ]
            if row[2].contains("likmes") { several(row, head, &out) } else { single(row, head, &out) }
        }
    }

    private func single(_ row: [String], _ head: [String: String], _ out: inout ProgrammeText) {
        var head = head
        let isShare = row[3].contains("%")
        head["unit"] = isShare ? "percent" : "count"
        if row[2].contains("2023./2024.m.g") {
            head["base_due"] = "31.08.2024."
        } else if row[2].contains("2024.gada janvār") {
            head["base_due"] = "31.01.2024."
        } else if let number = row[2].matches(of: /(?:^|semestrī )(\d+)/).last?.1 {
            head["base"] = String(number)
        }
        out.add("rādītājs", row[0], head)
        let turns = row[3].contains("pieaugs")
        for (year, words, way) in [("2025", row[3], "rise"), ("2028", row[4], "fall")] {
            var target = ["year": year, "words": words]
            if turns {
                target["way"] = way
                target["words"] = row[3]
            } else {
                target["amount"] = words.firstMatch(of: /\d+/).map { String($0.0) } ?? ""
                target["way"] = words.hasPrefix("+") ? "undefined" : "value"
            }
            out.add("mērķlielums", of: row[0], target)
        }
    }

    /// The one indicator of two numbers: posts of social pedagogues, and of speech therapists.
    private func several(_ row: [String], _ head: [String: String], _ out: inout ProgrammeText) {
        let parts = [
            ("sociālie pedagogi", /sociālie pedagogi PII – (\d+)/, /Sociālie pedagogi – (\d+)/, "value"),
            ("logopēdi", /logopēdi (\d+,\d)/, /logopēdi \+ (\d+)/, "increase"),
        ]
        for (part, base, target, way) in parts {
            var head = head
            head["part"] = part
            head["unit"] = "load"
            head["noun"] = "likmes"
            head["base"] = row[2].firstMatch(of: base).map { String($0.1) }
            out.add("rādītājs", row[0], head)
            for (year, words) in [("2025", row[3]), ("2028", row[4])] {
                let amount = words.firstMatch(of: target).map { String($0.1) } ?? ""
                out.add(
                    "mērķlielums",
                    of: row[0],
                    ["part": part, "year": year, "words": words, "amount": amount, "way": way]
                )
            }
        }
    }
}
