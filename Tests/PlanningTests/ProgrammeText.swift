import Frame
import Testing

@testable import Planning

/// A programme typed into Sekme's table, line by line.
struct ProgrammeText {
    let code: String
    private(set) var lines: [[String: String]] = []

    init(_ code: String) {
        self.code = code
    }

    mutating func add(
        _ part: String,
        _ number: String = "",
        of parent: String = "",
        _ more: [String: String]
    ) {
        var line = more
        line["programme"] = code
        line["row"] = part
        line["number"] = number
        line["parent"] = parent
        lines.append(line)
    }

    /// The text of the file, with the columns that any line fills.
    var csv: String {
        let columns = ProgrammeTable.fields.map(\.code).filter { code in lines.contains { $0[code] != nil } }
        let rows = lines.map { line in columns.map { quoted(line[$0] ?? "") }.joined(separator: ";") }
        return ([columns.joined(separator: ";")] + rows).joined(separator: "\n") + "\n"
    }

    private func quoted(_ text: String) -> String { "\"\(text.replacing("\"", with: "\"\""))\"" }
}

extension ProgrammeText {
    /// A small programme of our own words, of three years, with what was done in its first.
    static var small: ProgrammeText {
        var text = ProgrammeText("MP")
        text.add(
            "programma",
            "",
            [
                "name": "Mazā programma", "aim": "Katrs mācās", "result": "Neviens neaiziet",
                "type": "prevention",
                "from": "01.01.2024.", "to": "31.12.2026.", "state": "approved", "decision": "97",
                "date": "16.12.2023.", "protocol": "Nr. 16, 2. §",
            ]
        )
        text.add(
            "apstiprinājums",
            "1",
            ["name": "Izglītības komisija", "date": "10.11.2023.", "decision": "K-4"]
        )
        text.add(
            "iesaistītā puse",
            "1",
            ["name": "Izglītības iestādes", "type": "every-institution", "result": "Redz un palīdz"]
        )
        text.add("mērķis", "1", ["name": "Vecāki līdzdarbojas", "level": "universal"])
        text.add("mērķis", "2", ["name": "Atbalsts laikus", "level": "tailored"])
        text.addWork()
        text.addFigures()
        return text
    }

    private mutating func addWork() {
        add(
            "aktivitāte",
            "1.1",
            of: "1",
            [
                "name": "Lekcijas vecākiem", "aim": "Zināšanas", "result": "2–3 lekcijas gadā katrā iestādē",
                "responsible": "Izglītības iestādes", "involved": "Sociālais dienests; Policija",
                "years": "2024–2026",
            ]
        )
        add("biežums", "1", of: "1.1", ["least": "2", "most": "3", "rhythm": "gadā", "in_each": "jā"])
        add(
            "aktivitāte",
            "1.2",
            of: "1",
            [
                "name": "Sarunu vakari", "result": "Katru mēnesi 1 vakars", "responsible": "Jauniešu centrs",
                "years": "2025, 2026",
            ]
        )
        add("biežums", "1", of: "1.2", ["least": "1", "most": "1", "rhythm": "month"])
        add(
            "aktivitāte",
            "2.1",
            of: "2",
            [
                "name": "Gadījuma vadīšana", "result": "Bērns turpina mācības",
                "responsible": "Sociālais dienests", "years": "2024–2026",
            ]
        )
        add(
            "uzdevums",
            "1.1.1",
            of: "1.1",
            [
                "name": "Vecāku aptauja", "from": "01.01.2024.", "to": "31.08.2024.",
                "term": "2024. gada janvāris – augusts", "doer": "Izglītības iestādes",
                "supervisor": "Izglītības pārvalde", "person": "Koordinatore",
            ]
        )
        add(
            "uzdevums",
            "1.1.2",
            of: "1.1",
            [
                "name": "Lekciju cikls", "from": "01.01.2024.", "to": "31.12.2026.",
                "doer": "Izglītības iestādes",
                "supervisor": "Izglītības pārvalde", "state": "sākts",
            ]
        )
        add(
            "uzdevums",
            "2.1.1",
            of: "2.1",
            [
                "name": "Vienošanās par kārtību", "from": "01.01.2024.", "to": "30.06.2024.",
                "doer": "Sociālais dienests", "state": "izpildīts", "date": "20.05.2024.",
                "person": "Koordinatore",
            ]
        )
        add(
            "resursi",
            "1",
            of: "1.1",
            [
                "name": "Lekcijas vecākiem", "human": "Lektori (5)", "support": "Telpas",
                "finance": "Publiskais finansējums", "source": "ES projekti",
                "responsible": "Izglītības iestādes",
            ]
        )
        add(
            "rezultāts",
            of: "1.1",
            [
                "year": "2024", "spent": "1250,50", "result": "2–3 lekcijas gadā",
                "done": "Notika 5 lekcijas",
                "impact": "Vecāki nāk", "factors": "Trūka telpu", "state": "sasniegts",
            ]
        )
    }

    private mutating func addFigures() {
        add(
            "rādītājs",
            "1",
            of: "1",
            [
                "name": "Apmierināti vecāki", "unit": "procenti", "base_words": "tiks noteikta 2024. gadā",
                "base_due": "31.08.2024.", "origin": "survey", "source": "Aptauja",
            ]
        )
        add("mērķlielums", of: "1", ["year": "2025", "amount": "50 %", "words": "50 %"])
        add("mērķlielums", of: "1", ["year": "2026", "amount": "80"])
        add(
            "rādītājs",
            "2",
            of: "2",
            ["name": "Sanāksmes", "unit": "count", "noun": "sanāksmes", "base": "4", "source": "Protokoli"]
        )
        add("mērķlielums", of: "2", ["year": "2025", "amount": "6"])
        add("mērķlielums", of: "2", ["year": "2026", "way": "fall", "words": "būtu jāsamazinās"])
        add(
            "vērtība",
            of: "2",
            ["year": "2024", "amount": "5", "source": "Protokoli", "date": "31.01.2025."]
        )
        add(
            "vērtība",
            of: "2",
            ["year": "2025", "amount": "6", "source": "Protokoli", "date": "10.11.2025."]
        )
        add("budžeta rinda", "1", ["name": "Lekcijas", "amount": "3000", "source": "Pašvaldība"])
        add("summa", of: "1", ["year": "2024", "amount": "1000", "spent": "1250,50"])
        add("summa", of: "1", ["year": "2025", "amount": "2000"])
    }
}
