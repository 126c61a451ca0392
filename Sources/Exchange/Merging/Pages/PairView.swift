import Frame
import Kernel
import Pages
import Registry

/// Two pupils side by side, with the forms for the answers.
struct PairView {
    let found: PairComparison
    let house: HouseBook
    let request: PageRequest
    let address: String
    let errors: FieldErrors

    private var language: Language { request.language }
    private var format: Format { Format(language) }

    /// The name of the question about records of a table.
    static func question(_ table: String) -> String { "keep-\(table)" }

    func html(_ title: String) -> HTML {
        let why = found.pair.map { PairReason.words($0.why)[language] } ?? ""
        let head = PageHead(title, lede: why.isEmpty ? nil : why)
        return "\(head)\(answered)\(sides)\(join)\(apart)"
    }

    private func words(_ lv: String, _ en: String) -> String { Text(lv: lv, en: en)[language] }

    /// What was answered before, and why.
    private var answered: HTML? {
        guard let pair = found.pair, let day = pair.answeredOn, pair.answer != .waiting else { return nil }
        return Notice(
            .info,
            language,
            "\(pair.answer.words[language]), \(format.day(day)), \(pair.account)",
            more: found.reason
        )
        .html
    }

    private var sides: HTML {
        let (one, other) = (found.sides[0], found.sides[1])
        let tables = house.facts.map(\.name.text).filter { name in
            found.sides.contains { $0.facts.contains { $0.table == name } }
        }
        let names = personal + tables.map { house.words($0)[language] }
        let left = texts(one, beside: other, tables)
        let right = texts(other, beside: one, tables)
        var table = DataTable(
            id: "sides",
            language,
            caption: words("Abi izglītojamie", "The two pupils"),
            columns: [
                DataTable.Column(words("Kas zināms", "What is known")),
                DataTable.Column(String(one.pupil.rawValue), width: .broad),
                DataTable.Column(String(other.pupil.rawValue), width: .broad),
            ],
            rows: names.indices.map { row(names[$0], left[$0], right[$0], isOfPerson: $0 < 4) }
        )
        table.hidesCaption = true
        table.notes = [
            words(
                "No personas kodiem redzami tikai tie cipari, kuri atšķiras.",
                "Of personal codes only the digits in which they differ are shown."
            )
        ]
        return table.html
    }

    /// What stands before the lines about the person.
    private var personal: [String] {
        [
            words("Vārds, uzvārds", "Name"), words("Personas kods", "Personal code"),
            words("Avota kods", "Code of the source"), words("Dzimšanas datums", "Day of birth"),
            words("Mācību vietas", "Where enrolled"), words("Datu avoti", "Sources"),
        ]
    }

    /// What is known of one of the two, line by line.
    private func texts(_ side: PupilSide, beside other: PupilSide, _ tables: [String]) -> [String] {
        let birthday = side.birthday.map { format.day($0) } ?? ""
        let stays = side.stays.map { stay($0) }.joined(separator: "; ")
        let sources = side.sources.map { house.title(ofFormat: $0)[language] }.joined(separator: "; ")
        let counts = tables.map { table -> String in
            let count = side.facts.first { $0.table == table }?.count
            return format.integer(count ?? 0)
        }
        return [side.name, side.mask(beside: other), side.externalCode, birthday, stays, sources] + counts
    }

    /// A line of both; what a person has but one of is looked at where it differs.
    private func row(_ name: String, _ one: String, _ other: String, isOfPerson: Bool) -> DataTable.Row {
        let differs = isOfPerson && one != other && !one.isEmpty && !other.isEmpty
        return DataTable.Row([
            .words(name), .words(one, needsAttention: differs), .words(other, needsAttention: differs),
        ])
    }

    private func stay(_ stay: PupilSide.Stay) -> String {
        let last = stay.to.map { format.day($0) } ?? ""
        return "\(stay.place), \(format.day(stay.from))–\(last)"
    }

    private var join: HTML {
        let numbers = found.sides.map { side in
            Option(String(side.pupil.rawValue), "\(side.pupil.rawValue) – \(side.name)")
        }
        let chosen = request.field("survivor")
        var parts: [Form.Part] = [
            .field(
                Field(
                    "survivor",
                    words("Kuru numuru saglabāt", "Which number to keep"),
                    .radios(numbers, chosen: chosen.isEmpty ? String(found.suggested.rawValue) : chosen),
                    hint: words(
                        "Otra izglītojamā numurs, kods un vārds turpmāk ved uz šo.",
                        "The other's number, code and name lead to this one from then on."
                    ),
                    error: errors.byField["survivor"]?[language]
                )
            )
        ]
        parts += found.contradictions.map { one in .field(question(one.found, one.examples)) }
        let form = Form(
            id: "join",
            language,
            action: Address("\(address)/join"),
            csrf: request.formToken,
            parts: parts,
            buttons: [Button(words("Apvienot: viens cilvēks", "Join: one person"))]
        )
        return Section(words("Viens cilvēks", "One person"), form.html).html
    }

    private func question(_ found: MergeContradiction, _ examples: [Text]) -> Field {
        let name = PairView.question(found.table)
        let list = examples.map { $0[language] }.filter { !$0.isEmpty }.joined(separator: "; ")
        let count = format.integer(found.count)
        return Field(
            name,
            words(
                "Atšķirīgi ieraksti par vienu un to pašu (\(house.words(found.table).lv): \(count)). Kuri paliek?",
                "Different records of the same (\(house.words(found.table).en): \(count)). Which ones stay?"
            ),
            .radios(
                MergeKeep.allCases.map { Option($0.rawValue, $0.words[language]) },
                chosen: request.field(name)
            ),
            hint: list,
            error: errors.byField[name]?[language]
        )
    }

    private var apart: HTML {
        let form = Form(
            id: "apart",
            language,
            action: Address("\(address)/answer"),
            csrf: request.formToken,
            parts: [
                .field(
                    Field(
                        "reason",
                        words(
                            "Kā zināms, ka tie ir divi cilvēki",
                            "How it is known that they are two people"
                        ),
                        .area(value: request.field("reason"), rows: 2),
                        error: errors.byField["reason"]?[language]
                    )
                )
            ],
            buttons: [
                Button(words("Divi cilvēki", "Two people"), .second, field: (name: "answer", value: "two")),
                Button(words("Vēlāk", "Later"), .second, field: (name: "answer", value: "later")),
            ]
        )
        return Section(words("Divi cilvēki vai vēlāk", "Two people, or later"), form.html).html
    }
}
